"""How many a release took in: told to whoever may know, and where it tells of few, to few."""

from __future__ import annotations

from governance.lives.releases.words import ReleaseStatus
from governance.policy.visibility.fields import FIELDS
from governance.policy.visibility_facts import View
from governance.service.ask import NOT_FOUND
from governance.service.preparation.counts import in_and_out
from governance.service.preparation.manifests import manifest_of
from governance.storage import driver
from governance.views.releases import Release
from tests.views.study import Study

EVERYTHING = FIELDS[View.RELEASE]


def the(study: Study) -> Release:
    return Release(study.release_id)


async def test_small_counts_are_for_officers_and_auditor_alone(study: Study) -> None:
    await study.run()
    await study.notify(3)

    exact = await study.asks("auditor", the(study))
    for reader in ("preparer", "researcher"):
        shown = await study.asks(reader, the(study))
        assert shown.removal_notices is not None
        assert [notice.people for notice in shown.removal_notices] == [None]
        assert shown.removed_in_last_pass is None
    assert exact.removal_notices is not None
    assert [notice.people for notice in exact.removal_notices] == [3]
    assert exact.removed_in_last_pass == 0


async def test_a_total_is_not_told_where_it_would_tell_of_a_few_people(study: Study) -> None:
    """Seven were left out: from the sixty considered anybody could work that out."""
    await study.run()
    async with study.cast.house.database.beside() as session:
        few = "UPDATE release_counts SET considered = included + 7"
        await driver.run(session, few)

    preparer = await study.asks("preparer", the(study))
    officer = await study.asks("first-officer", the(study))

    assert (preparer.considered, preparer.left_out) == (None, None)
    assert preparer.preview is not None
    assert preparer.preview.considered is None
    assert officer.left_out == 7
    assert officer.preview is not None
    assert (officer.preview.considered, officer.preview.left_out) == (100, 0)


async def test_counts_that_were_never_kept_are_made_again_from_the_sources(study: Study) -> None:
    await study.run()
    before = await study.asks("auditor", the(study))
    async with study.cast.house.database.beside() as session:
        await driver.run(session, "DELETE FROM release_counts")
    without = await study.asks("auditor", the(study))
    assert (without.considered, without.counts_by_rule) == (None, None)

    again = await in_and_out(study.cast.house, study.release_id, by=study.by("auditor"))

    assert again == before
    assert await study.asks("auditor", the(study)) == before


async def test_counts_stay_unknown_where_a_source_is_gone_or_the_reader_may_not_know(
    study: Study,
) -> None:
    await study.run()
    async with study.cast.house.database.beside() as session:
        await driver.run(session, "DELETE FROM release_counts")
    house = study.cast.house
    for by in ("researcher", "holder"):
        asked = await in_and_out(house, study.release_id, by=study.by(by))
        assert asked == NOT_FOUND or getattr(asked, "considered", 0) is None
    for file in house.sources.iterdir():
        file.unlink()

    shown = await in_and_out(house, study.release_id, by=study.by("auditor"))

    assert getattr(shown, "status", None) is ReleaseStatus.DELIVERED
    assert getattr(shown, "considered", 0) is None


async def test_the_manifest_is_read_by_those_who_see_the_delivery(study: Study) -> None:
    before = await manifest_of(study.cast.house, study.release_id, by=study.by("researcher"))
    assert before == NOT_FOUND
    delivered = await study.run()

    told = await manifest_of(study.cast.house, study.release_id, by=study.by("researcher"))

    assert getattr(told, "people", None) == delivered.people
    stranger = await manifest_of(study.cast.house, study.release_id, by=study.by("holder"))
    assert stranger == NOT_FOUND
