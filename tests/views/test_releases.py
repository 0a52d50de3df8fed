"""What each reader sees of a release: and what is hidden from whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from governance.lives.releases.commands import (
    ConfirmRemoval,
    FreezeRelease,
    RecallRelease,
    WithholdRelease,
)
from governance.lives.releases.words import ReleaseStatus
from governance.policy.visibility.fields import DELIVERY, FIELDS
from governance.policy.visibility_facts import View
from governance.principals import ENGINE
from governance.views.paging import Part
from governance.views.releases import MyReleases, Release, Releases
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import Role
from portal.demo.studies import CARDIOMETABOLIC
from tests.views.study import PEOPLE, Study

EVERYTHING = FIELDS[View.RELEASE]


def the(study: Study) -> Release:
    return Release(study.release_id)


async def test_an_auditor_sees_what_was_signed_what_left_and_who_was_left_out(study: Study) -> None:
    delivered = await study.run()

    shown = await study.asks("auditor", the(study))

    people = study.cast.people
    assert shown.status is ReleaseStatus.DELIVERED
    assert shown.permit is not None
    assert (shown.permit.id, shown.permit.study) == (study.permit_id, CARDIOMETABOLIC.name)
    assert shown.instant == delivered.frozen
    assert shown.preparer is not None
    assert shown.preparer.id == people["preparer"]
    assert shown.signers is not None
    signed = [signature.person.id for signature in shown.signers]
    assert signed == [people["first-officer"], people["second-officer"]]
    assert (shown.considered, shown.people) == (PEOPLE, delivered.people)
    assert shown.left_out == PEOPLE - delivered.people
    assert shown.counts_by_rule == delivered.refused_by_rule
    assert delivered.built.table is not None
    assert shown.cells_blanked == delivered.built.table.cells_blanked
    assert shown.columns is not None
    assert {column.name for column in shown.columns} < set(delivered.built.table.columns)
    assert shown.recipe is not None
    assert shown.recipe.k == 5
    assert shown.history is not None
    codes = [step.code for step in shown.history]
    assert codes[0] == "release.prepared.v1"
    assert codes[-1] == "release.delivered.v1"


@pytest.mark.parametrize(
    ("reader", "fields"),
    [
        ("auditor", EVERYTHING),
        ("protector", EVERYTHING),
        ("access-officer", EVERYTHING),
        ("first-officer", EVERYTHING),
        ("preparer", EVERYTHING - {"counts_by_rule"}),
        ("researcher", frozenset(DELIVERY)),
    ],
)
async def test_each_reader_is_shown_these_fields(
    study: Study, reader: str, fields: frozenset[str]
) -> None:
    await study.run()

    shown = await study.asks(reader, the(study))

    assert shown.shown == fields
    for hidden in EVERYTHING - fields:
        assert getattr(shown, hidden) is None


@pytest.mark.parametrize("reader", ["co-researcher", "holder", "desk", "steward"])
async def test_others_are_told_the_same_as_of_a_release_that_does_not_exist(
    study: Study, reader: str
) -> None:
    assert await study.finds_nothing(reader, the(study))
    assert await study.finds_nothing(reader, Release("0" * 32))
    assert (await study.asks(reader, Releases())).rows == ()


async def test_a_data_user_who_is_an_officer_too_sees_no_counts_by_rule(study: Study) -> None:
    """Whoever would receive the data never does, whatever else she is."""
    await study.run()
    await study.also("researcher", Role.RELEASE_OFFICER)

    shown = await study.asks("researcher", the(study))

    assert shown.shown == EVERYTHING - {
        "counts_by_rule",
        "preview",
        "considered",
        "left_out",
        "removed_in_last_pass",
    }


async def test_what_may_be_done_follows_the_table_and_how_far_the_release_has_come(
    study: Study,
) -> None:
    other = await study.another()
    officer = await study.asks("first-officer", Release(other))
    preparer = await study.asks("preparer", Release(other))
    researcher = await study.asks("researcher", Release(other))
    assert officer.may == {Act.SIGN_RELEASE, Act.CANCEL_RELEASE}
    assert preparer.may == {Act.CANCEL_RELEASE}
    assert researcher.may == frozenset()

    await study.run()
    notice = await study.notify(12)

    assert (await study.asks("first-officer", the(study))).may == {
        Act.RECALL_RELEASE,
        Act.NOTIFY_REMOVAL,
    }
    assert (await study.asks("researcher", the(study))).may == {Act.CONFIRM_REMOVAL}
    assert (await study.asks("auditor", the(study))).may == frozenset()
    confirm = ConfirmRemoval(release_id=study.release_id, notice_id=notice)
    await study.do(confirm, "researcher")
    shown = await study.asks("researcher", the(study))
    assert shown.removal_notices is not None
    [removal] = shown.removal_notices
    assert (removal.people, removal.confirmed_at is not None) == (12, True)


async def test_reasons_are_told_as_their_table_says(study: Study) -> None:
    """An officer and the data user may know of the permit, and not of any citizen."""
    await study.cast.do(FreezeRelease(release_id=study.release_id), ENGINE)
    reasons = ("R-21", "R-02", "build-failed")
    await study.cast.do(WithholdRelease(release_id=study.release_id, reasons=reasons), ENGINE)

    told = {
        reader: (await study.asks(reader, the(study))).withheld_for
        for reader in ("auditor", "first-officer", "researcher", "preparer")
    }

    assert told == {
        "auditor": reasons,
        "first-officer": ("R-21", "build-failed"),
        "researcher": ("R-21", "build-failed"),
        "preparer": ("R-21", "build-failed"),
    }


async def test_what_stood_then_is_shown_to_whoever_may_read_now(study: Study) -> None:
    before = await study.now()
    await study.run()
    study.cast.clock.set(study.cast.clock.now + timedelta(days=3))
    recall = RecallRelease(release_id=study.release_id, reason=text("A wrong column."))
    await study.do(recall, "first-officer")
    now = await study.now()

    known_before = await study.asks("auditor", the(study), before)
    stood_before = await study.asks("auditor", the(study), Instant(now.position, before.time))
    later = await study.asks("auditor", the(study), now)

    for shown in (known_before, stood_before):
        assert shown.status is ReleaseStatus.SIGNED
        assert (shown.people, shown.instant, shown.counts_by_rule) == (None, None, None)
    assert later.status is ReleaseStatus.RECALLED
    assert later.people is not None


async def test_lists_are_paged_newest_first_and_filtered(study: Study) -> None:
    others = [await study.another() for _ in range(4)]
    newest = [*reversed(others), study.release_id]

    first = await study.asks("preparer", Releases(part=Part(size=2)))
    second = await study.asks("preparer", Releases(part=Part(before=first.next, size=2)))
    third = await study.asks("preparer", Releases(part=Part(before=second.next, size=2)))

    rows = [shown.id for part in (first, second, third) for shown in part.rows]
    assert rows == newest
    assert third.next is None
    signed = await study.asks("preparer", Releases(status=ReleaseStatus.SIGNED))
    assert [shown.id for shown in signed.rows] == [study.release_id]
    of_permit = await study.asks("preparer", Releases(permit=study.permit_id))
    assert [shown.id for shown in of_permit.rows] == newest
    assert (await study.asks("preparer", Releases(permit="f" * 32))).rows == ()
    mine = await study.asks("researcher", MyReleases(part=Part(size=3)))
    assert [shown.id for shown in mine.rows] == newest[:3]
    assert mine.next is not None
    assert (await study.asks("preparer", MyReleases())).rows == ()


async def test_lists_begin_with_the_oldest_where_that_is_asked_for(study: Study) -> None:
    oldest = [study.release_id, *[await study.another() for _ in range(4)]]

    for by, question in (
        ("preparer", Releases()),
        ("preparer", Releases(permit=study.permit_id)),
        ("researcher", MyReleases()),
    ):
        seen: list[str] = []
        after: int | None = 0
        while after is not None:
            found = await study.asks(by, replace(question, part=Part(after=after, size=2)))
            seen += [shown.id for shown in found.rows]
            after = found.next
        assert seen == oldest
