"""What waits for whom about permits, releases, datasets, sheets and the programme."""

from __future__ import annotations

from governance.lives.consents.words import Says
from governance.lives.permits.commands import RevokePermit
from governance.lives.programme.staff import AppointStaff
from governance.lives.programme.switches import StopAllReleases
from governance.policy import deadlines
from governance.principals import CLOCK, PUBLIC
from governance.service.ask import ask
from governance.views.tasks import TaskCode, Tasks
from governance.vocabulary.erasable import text
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Capacity, Role
from portal.demo.cast import publish_sheet
from tests.builders import a_draft
from tests.views.household import GENOMIC, Household
from tests.views.office import Office
from tests.views.study import Study
from tests.views.waiting import codes, tasks

WHY = text("Because the file says so.")


async def test_a_release_waits_for_signatures_then_for_the_recipient(study: Study) -> None:
    other = await study.another("first-officer")
    assert await codes(study, "first-officer") == []
    [task] = await tasks(study, "second-officer")
    assert (task.code, task.about) == (TaskCode.SIGN_RELEASE, ("releases", other))
    assert task.study is not None
    assert await codes(study, "preparer") == []

    await study.run()
    await study.notify(12)
    assert await codes(study, "researcher") == [TaskCode.CONFIRM_REMOVAL]
    assert await codes(study, "co-researcher") == []

    revoke = RevokePermit(permit_id=study.permit_id, reason=WHY)
    await study.do(revoke, "access-officer")
    [deletion] = await tasks(study, "access-officer")
    today = day_of(study.cast.clock.now)
    assert (deletion.code, deletion.due) == (
        TaskCode.RECORD_DELETION,
        deadlines.due(deadlines.DELETE_DATA, today),
    )


async def test_whoever_may_not_do_it_has_no_task_of_it(study: Study) -> None:
    """The preparer may become a release officer too, and still never signs what she prepared."""
    await study.also("preparer", Role.RELEASE_OFFICER)
    await study.also("researcher", Role.RELEASE_OFFICER)
    await study.another()
    for who in ("preparer", "researcher", "auditor", "desk", "steward"):
        assert await codes(study, who) == []
    assert await ask(study.cast.house, Tasks(), by=PUBLIC) == ()
    assert await ask(study.cast.house, Tasks(), by=CLOCK) == ()


async def test_a_holder_checks_her_descriptions_every_year(office: Office) -> None:
    dataset = await office.dataset()
    described = office.today
    office.after(300)
    assert await codes(office, "holder") == []
    office.after(50)
    [task] = await tasks(office, "holder")
    assert (task.code, task.about) == (TaskCode.CHECK_DESCRIPTION, ("datasets", dataset))
    assert task.due == deadlines.due(deadlines.CHECK_DESCRIPTION, described)


async def test_a_new_sheet_asks_again_whoever_had_answered_and_who_answers_for_her(
    home: Household,
) -> None:
    await home.says("ane", Says.ALLOW, GENOMIC)
    given = home.given("leire", Capacity.PARENT)
    await home.says("unai", Says.ALLOW, GENOMIC, given=given, by="leire")
    assert await codes(home, "ane") == []

    await publish_sheet(home.cast, 2)

    assert [task.about for task in await tasks(home, "ane")] == [("consents", home.people["ane"])]
    [childs] = await tasks(home, "leire")
    assert (childs.code, childs.about) == (
        TaskCode.ANSWER_AGAIN,
        ("consents", home.people["unai"]),
    )
    for who in ("jon", "unai", "protector"):
        assert await codes(home, who) == []
    await home.says("ane", Says.REFUSE, GENOMIC, major=2)
    assert await codes(home, "ane") == []


async def test_drafts_of_sheets_and_the_stop_wait_for_the_data_protection_officer(
    home: Household,
) -> None:
    await home.do(StopAllReleases(reason=WHY), "steward")
    await home.do(AppointStaff(person=home.people["jon"], role=Role.DPO), "steward")

    assert await codes(home, "jon") == [TaskCode.LIFT_STOP]

    await home.do(a_draft(major=2, sheet=home.cast.sheet), "steward")

    assert await codes(home, "protector") == [TaskCode.LIFT_STOP, TaskCode.PUBLISH_SHEET]
    assert await codes(home, "steward") == []
