"""Why somebody was in a release or was not: who may ask, and what each is told."""

from __future__ import annotations

from governance.lives.consents.commands import OptOut
from governance.lives.consents.words import Given
from governance.refusals import Refusal
from governance.service.preparation import Explanation, Named, explain_release
from governance.storage import driver
from governance.vocabulary.people import Capacity, Channel, SubjectId
from portal.demo.cast import StoryRefused, principal
from tests.views.study import Study


async def explained(study: Study, who: SubjectId | Named, by: str) -> Explanation | Refusal:
    return await explain_release(study.cast.house, study.release_id, who, by=study.by(by))


async def opted_out(study: Study) -> SubjectId:
    """A citizen of the sources, old enough to decide alone, who opts out before the freeze."""
    for number in range(20):
        citizen = await study.citizen(number)
        given = Given(
            giver=citizen,
            capacity=Capacity.SELF,
            channel=Channel.ONLINE,
            effective_at=study.cast.clock(),
        )
        try:
            await study.cast.do(OptOut(citizen=citizen, given=given), principal(citizen))
        except StoryRefused:
            continue
        return citizen
    raise AssertionError("nobody could opt out")


async def test_a_citizen_is_named_by_an_identifier_of_an_issuer(study: Study) -> None:
    await study.run()
    assert study.signed is not None
    name = Named(study.signed.issuer, study.signed.names[0])

    by_name = await explained(study, name, "auditor")

    assert isinstance(by_name, Explanation)
    assert by_name.held
    assert by_name == await explained(study, await study.citizen(0), "auditor")
    nobody = await explained(study, Named(study.signed.issuer, "nobody"), "auditor")
    assert isinstance(nobody, Explanation)
    assert (nobody.held, nobody.was_in) == (False, False)


async def test_others_are_refused_the_same_for_anybody(study: Study) -> None:
    await study.run()
    assert study.signed is not None
    for by in ("first-officer", "preparer", "researcher", "desk"):
        somebody = await explained(study, await study.citizen(0), by)
        assert isinstance(somebody, Refusal)
        assert somebody == await explained(study, Named(study.signed.issuer, "nobody"), by)


async def test_reads_are_logged_for_the_citizen_and_for_the_release(study: Study) -> None:
    await study.run()
    citizen = await study.citizen(0)
    await explained(study, citizen, "auditor")
    await explained(study, citizen, "desk")

    async with study.cast.house.database.reading() as session:
        logged = await driver.fetch(
            session,
            "SELECT about, allowed FROM access_log WHERE act = 'explain-release' ORDER BY id",
        )

    about = [f"citizens/{citizen}", f"releases/{study.release_id}"]
    assert [(one, bool(allowed)) for one, allowed in logged] == [
        (about[0], True),
        (about[1], True),
        (about[0], False),
        (about[1], False),
    ]


async def test_a_citizen_is_told_the_reasons_about_herself(study: Study) -> None:
    citizen = await opted_out(study)
    await study.run()

    told = await explain_release(study.cast.house, study.release_id, citizen, by=principal(citizen))

    assert isinstance(told, Explanation)
    assert not told.was_in
    assert "R-07" in told.refused_by


async def test_of_a_release_that_is_not_frozen_there_is_nothing_to_explain(study: Study) -> None:
    told = await explained(study, await study.citizen(0), "auditor")
    assert told == Refusal("release-not-frozen", field="release_id")
