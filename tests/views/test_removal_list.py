"""A recipient learns which records to remove, by the pseudonyms that her package has."""

from __future__ import annotations

import pyarrow.parquet as parquet

from governance.extraction.package import TABLE
from governance.lives.releases.commands import NotifyRemoval
from governance.principals import ENGINE
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND
from governance.service.keys import destroy_key
from governance.service.people import people_named
from governance.service.preparation import RemovalList, explain_release, removal_list
from governance.vocabulary.people import SubjectId
from tests.views.study import Study


async def somebody_in(study: Study) -> list[SubjectId]:
    """Two citizens whose records are in the package."""
    assert study.signed is not None
    house = study.cast.house
    found: list[SubjectId] = []
    for who in (await people_named(house, study.signed.issuer, study.signed.names)).values():
        told = await explain_release(house, study.release_id, who, by=study.by("auditor"))
        if getattr(told, "was_in", False):
            found.append(who)
        if len(found) == 2:
            break
    return found


async def notified(study: Study) -> tuple[str, frozenset[SubjectId]]:
    await study.run()
    gone = frozenset(await somebody_in(study))
    notice = NotifyRemoval(release_id=study.release_id, notice_id="a" * 32, citizens=gone)
    await study.cast.do(notice, ENGINE)
    return notice.notice_id, gone


async def test_a_named_person_reads_pseudonyms_that_are_in_her_package(study: Study) -> None:
    notice, gone = await notified(study)
    house = study.cast.house

    told = await removal_list(house, study.release_id, notice, by=study.by("researcher"))

    assert isinstance(told, RemovalList)
    table = parquet.read_table(house.packages / study.release_id / TABLE)
    held = set(table.column("pseudonym").to_pylist())
    assert len(told.pseudonyms) == 2
    assert set(told.pseudonyms) <= held
    assert not set(told.pseudonyms) & set(gone)


async def test_nobody_else_learns_them_and_no_other_notice_exists(study: Study) -> None:
    notice, _ = await notified(study)
    house = study.cast.house
    for who in ("auditor", "first-officer", "preparer", "holder", "co-researcher"):
        assert await removal_list(house, study.release_id, notice, by=study.by(who)) == NOT_FOUND
    nothing = await removal_list(house, study.release_id, "b" * 32, by=study.by("researcher"))
    assert nothing == NOT_FOUND


async def test_without_the_key_of_the_permit_nobody_can_tell(study: Study) -> None:
    notice, _ = await notified(study)
    house = study.cast.house
    [key] = [one.key_id for one in house.keys.entries() if one.kind == "release-pseudonym"]
    await destroy_key(house, key, reason="The study is over.", by=study.by("steward"))

    told = await removal_list(house, study.release_id, notice, by=study.by("researcher"))

    assert told == Refusal("key-destroyed", field="release_id")
