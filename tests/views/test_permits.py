"""What each reader is shown of a permit, and which permits she finds."""

from __future__ import annotations

from datetime import timedelta

from governance.lives.permits import commands as change
from governance.lives.permits.words import PermitStatus
from governance.lives.programme.partners import PartnerScope, RegisterPartner
from governance.policy.visibility.fields import FIELDS, GRANT, IN_FORCE
from governance.policy.visibility_facts import View
from governance.principals import CLOCK, Principal
from governance.service.ask import ask
from governance.service.carry_out import Done, carry_out
from governance.service.rebuild import rebuild_read_models
from governance.views.conditions import ConditionStatus
from governance.views.paging import Page
from governance.views.permit_lists import MyPermits, Permits
from governance.views.permit_shown import PermitShown
from governance.views.permits import Permit
from governance.views.request_lists import Due
from governance.views.requests import Request
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.purposes import ProhibitedUse
from tests.request_builders import WHY
from tests.views.office import Office

WHOLE = FIELDS[View.PERMIT]
SHOWN_TO = {
    "researcher": WHOLE,
    "co-researcher": WHOLE,
    "access-officer": WHOLE,
    "auditor": WHOLE,
    "protector": WHOLE,
    "preparer": frozenset(GRANT),
    "first-officer": frozenset(GRANT),
}
OTHERS = ("stranger", "member-2", "chair", "holder", "steward", "desk", "public")


async def a_permit(office: Office, *signers: str) -> str:
    return await office.permit(await office.at_ethics(), *signers)


async def test_each_reader_is_shown_what_the_table_says_and_others_find_nothing(
    office: Office,
) -> None:
    permit = await a_permit(office)
    nothing: dict[str, frozenset[str]] = dict.fromkeys(OTHERS, frozenset())
    assert await office.seen(Permit(permit), *SHOWN_TO, *OTHERS) == SHOWN_TO | nothing
    assert await office.finds_nothing("auditor", Permit("nothing"))


async def test_a_partner_system_sees_whether_it_is_in_force_and_for_what(office: Office) -> None:
    permit = await a_permit(office)
    system = SubjectId("ab" * 16)
    register = RegisterPartner(
        partner_id=system, organisation="environment", scopes=frozenset({PartnerScope.PERMITS})
    )
    await office.do(register, "steward")
    partner = Principal(subject=system, channel=Channel.API, machine_role=Role.PARTNER)
    shown = await ask(office.cast.house, Permit(permit), by=partner)
    assert isinstance(shown, PermitShown)
    assert shown.shown == frozenset(IN_FORCE)
    assert (shown.in_force, shown.applicant, shown.study) == (True, None, None)


async def test_what_was_granted_stands_there_with_who_has_undertaken_secrecy(
    office: Office,
) -> None:
    asked = await office.at_ethics()
    permit = await office.permit(asked, "co-researcher")

    shown = await office.asks("researcher", Permit(permit))

    assert (shown.id, shown.request) == (permit, asked.request_id)
    assert (shown.status, shown.in_force) == (PermitStatus.IN_FORCE, True)
    assert (shown.study, shown.cells) == (asked.study.name, asked.application.cells)
    assert shown.variables == asked.application.columns
    assert [one.title for one in shown.datasets or ()] == ["Primary care 2025"]
    assert shown.purpose_in_detail == WHY.value
    assert (shown.fees, shown.protocol) == (120_000, 1)
    signed = {one.person.id: one.signed_at is not None for one in shown.undertakings or ()}
    assert signed == {office.who("researcher"): False, office.who("co-researcher"): True}
    assert shown.conditions is not None
    assert shown.conditions.permit == ()
    assert [one.status for one in shown.conditions.committee] == [ConditionStatus.MET]
    assert [step.code for step in shown.history or ()] == [
        "permit.issued.v1",
        "permit.undertaking-signed.v1",
    ]
    assert (shown.releases, shown.flags, shown.reasons, shown.deletion) == ((), (), (), None)
    request = await office.asks("researcher", Request(asked.request_id))
    assert request.permit == permit
    assert [step.code for step in request.timeline or ()][-1] == "permit.undertaking-signed.v1"


async def test_what_was_done_to_it_is_shown_with_its_reasons(office: Office) -> None:
    permit = await a_permit(office)
    await office.do(change.SuspendPermit(permit_id=permit, reason=WHY), "access-officer")
    suspended = await office.asks("researcher", Permit(permit))
    assert (suspended.status, suspended.in_force) == (PermitStatus.SUSPENDED, False)
    await office.do(change.ResumePermit(permit_id=permit, reason=WHY), "access-officer")
    use = ProhibitedUse.ADVERTISING
    await office.do(change.FlagProhibitedUse(permit_id=permit, use=use, reason=WHY), "protector")
    revoke = change.RevokePermit(permit_id=permit, reason=WHY)
    await office.do(revoke, "access-officer")
    delete = change.RecordDeletion(permit_id=permit, evidence=WHY)
    await office.do(delete, "access-officer")

    shown = await office.asks("researcher", Permit(permit))

    assert [(flag.use, flag.reason) for flag in shown.flags or ()] == [(use, WHY.value)]
    assert [reason.code.split(".")[1] for reason in shown.reasons or ()] == [
        "suspended",
        "resumed",
        "suspended",
        "revoked",
    ]
    assert shown.deletion is not None
    assert shown.deletion.evidence == WHY.value
    told = [(step.code.split(".")[1], step.by) for step in shown.history or ()]
    assert told == [
        ("issued", Role.OFFICER),
        ("suspended", Role.OFFICER),
        ("resumed", Role.OFFICER),
        ("prohibited-use-flagged", Role.DPO),
        ("suspended", Role.ENGINE),
        ("revoked", Role.OFFICER),
        ("deletion-recorded", Role.OFFICER),
    ]
    assert (await office.asks("preparer", Permit(permit))).reasons is None


async def test_its_last_days_are_told_and_it_ends_by_date_whether_noted_or_not(
    office: Office,
) -> None:
    permit = await a_permit(office)
    shown = await office.asks("access-officer", Permit(permit))
    assert shown.ends is not None
    assert shown.deadlines is not None
    assert shown.deadlines.extension_asked_by is not None
    assert 28 <= (shown.ends - shown.deadlines.extension_asked_by).days <= 31
    assert shown.deadlines.deletion_due is not None
    assert 180 <= (shown.deadlines.deletion_due - shown.ends).days <= 190
    office.after((shown.ends - office.today).days + 1)
    ended = await office.asks("access-officer", Permit(permit))
    assert (ended.status, ended.in_force) == (PermitStatus.IN_FORCE, False)
    outcome = await carry_out(office.cast.house, change.ExpirePermit(permit_id=permit), by=CLOCK)
    assert isinstance(outcome, Done)
    expired = await office.asks("access-officer", Permit(permit))
    assert expired.status is PermitStatus.EXPIRED
    assert expired.deadlines is not None
    assert (expired.deadlines.extension_asked_by, expired.deadlines.deletion_missed) == (
        None,
        False,
    )
    office.after(200)
    missed = await office.asks("access-officer", Permit(permit))
    assert missed.deadlines is not None
    assert missed.deadlines.deletion_missed is True


async def test_what_a_reader_may_do_to_it_is_what_the_access_table_says(office: Office) -> None:
    permit = await a_permit(office)
    may = {
        name: (await office.asks(name, Permit(permit))).may
        for name in ("co-researcher", "access-officer", "preparer", "auditor", "protector")
    }
    assert may["co-researcher"] == {Act.SIGN_UNDERTAKING}
    assert {Act.REVOKE_PERMIT, Act.AMEND_PERMIT, Act.EXTEND_PERMIT} <= may["access-officer"]
    assert may["preparer"] == {Act.PREPARE_RELEASE}
    assert may["auditor"] == set()
    assert may["protector"] == {Act.FLAG_PROHIBITED_USE}


async def test_permits_are_found_by_person_by_office_and_by_what_is_due(office: Office) -> None:
    first, second = await a_permit(office), await a_permit(office)
    then = await office.now()
    await office.do(change.RevokePermit(permit_id=first, reason=WHY), "access-officer")

    async def found(reader: str, question: Permits | MyPermits) -> list[str]:
        return [row.id for row in (await office.asks(reader, question)).rows]

    assert await found("co-researcher", MyPermits()) == [second, first]
    assert await found("researcher", MyPermits(page=Page(2, 1))) == [first]
    assert await found("stranger", MyPermits()) == await found("preparer", MyPermits()) == []
    assert await found("preparer", Permits()) == [first, second]
    live = Permits(statuses=frozenset({PermitStatus.IN_FORCE}))
    assert await found("access-officer", live) == [second]
    assert await found("access-officer", Permits(due=Due.WITHIN_A_MONTH)) == []
    before = await office.asks("access-officer", live, as_of=then)
    assert {row.id for row in before.rows} == {first, second}
    office.after(200)
    assert await found("auditor", Permits(due=Due.OVERDUE)) == [first]
    for reader in ("researcher", "member-2", "stranger", "public"):
        assert await office.finds_nothing(reader, Permits())
    assert await rebuild_read_models(office.cast.house)


async def test_a_permit_is_shown_as_it_was_then(office: Office) -> None:
    permit = await a_permit(office)
    then = await office.now()
    office.after(1)
    await office.do(change.RevokePermit(permit_id=permit, reason=WHY), "access-officer")
    before = await office.asks("researcher", Permit(permit), as_of=then)
    after = await office.asks("researcher", Permit(permit))
    assert (before.status, after.status) == (PermitStatus.IN_FORCE, PermitStatus.REVOKED)
    assert before.deadlines is not None
    assert after.deadlines is not None
    assert before.deadlines.deletion_due is not None
    assert after.deadlines.deletion_due is not None
    earlier = before.deadlines.deletion_due - after.deadlines.deletion_due
    assert earlier > timedelta(days=365)
