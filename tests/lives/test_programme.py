"""Staff, partners, switches, keys and refused attempts, as stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from governance.lives.programme import attempts, keys, partners, staff, switches
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import NO_FACTS, Command
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Role, SubjectId
from governance.vocabulary.switches import GenomicsRegime, QuorumRule, Switch
from tests.story import Story, given

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
STEWARD, ANE = SubjectId("a" * 32), SubjectId("b" * 32)
PARTNER = SubjectId("c" * 32)
SCOPES = frozenset({partners.PartnerScope.VERDICTS})


def when(story: Story, command: Command, *, at: datetime = AT) -> Story:
    """The steward asks, and no other life has to be known."""
    return story.when(command, facts=NO_FACTS, by=STEWARD, at=at)


def appointed(role: Role, person: SubjectId = ANE) -> staff.StaffAppointed:
    return staff.StaffAppointed(at=AT, by=STEWARD, person=person, role=role)


def test_somebody_is_given_a_role() -> None:
    when(given(), staff.AppointStaff(person=ANE, role=Role.DESK)).then(appointed(Role.DESK))


@pytest.mark.parametrize("role", [Role.CITIZEN, Role.CHAIR, Role.ENGINE, Role.PUBLIC])
def test_a_seat_or_the_role_of_a_machine_is_not_given_here(role: Role) -> None:
    when(given(), staff.AppointStaff(person=ANE, role=role)).refused(
        "role-not-appointed-here", field="role"
    )


def test_a_role_is_not_given_twice() -> None:
    story = given(appointed(Role.DESK))
    when(story, staff.AppointStaff(person=ANE, role=Role.DESK)).refused("role-already-held")


def test_a_role_ends() -> None:
    story = given(appointed(Role.DESK))
    when(story, staff.EndStaff(person=ANE, role=Role.DESK)).then(staff.StaffEnded)


def test_a_role_that_nobody_holds_does_not_end() -> None:
    when(given(), staff.EndStaff(person=ANE, role=Role.DESK)).refused("role-not-held")


def test_the_last_steward_stays() -> None:
    ending = staff.EndStaff(person=ANE, role=Role.STEWARD)
    when(given(appointed(Role.STEWARD)), ending).refused("last-steward", field="person")
    both = given(appointed(Role.STEWARD), appointed(Role.STEWARD, STEWARD))
    when(both, ending).then(staff.StaffEnded)


def registering(**change: Any) -> partners.RegisterPartner:
    asked = partners.RegisterPartner(partner_id=PARTNER, organisation="Hospital", scopes=SCOPES)
    return replace(asked, **change)


def test_a_partner_is_registered_once() -> None:
    registered = when(given(), registering()).then(partners.PartnerRegistered)
    when(registered, registering()).refused("partner-exists", field="partner_id")


def test_a_partner_has_a_name_and_a_scope() -> None:
    when(given(), registering(organisation=" ")).refused("organisation-empty")
    when(given(), registering(scopes=frozenset())).refused("scopes-empty", field="scopes")


def test_the_scopes_of_a_partner_change_and_end() -> None:
    change = partners.ChangePartnerScopes(partner_id=PARTNER, scopes=SCOPES)
    when(given(), change).refused("partner-not-active")
    story = when(given(), registering()).then(partners.PartnerRegistered)
    story = when(story, change).then(partners.PartnerScopesChanged)
    when(story, replace(change, scopes=frozenset())).refused("scopes-empty")
    ended = when(story, partners.EndPartner(partner_id=PARTNER)).then(partners.PartnerEnded)
    assert ended.state.scopes == frozenset()


CLIENT = partners.ProviderClient("https://id.example.org", "hospital")


def linking(client: partners.ProviderClient = CLIENT) -> partners.LinkPartnerClient:
    return partners.LinkPartnerClient(partner_id=PARTNER, client=client)


def test_a_partner_comes_as_the_client_that_was_said_last() -> None:
    when(given(), linking()).refused("partner-not-active", field="partner_id")
    registered = when(given(), registering()).then(partners.PartnerRegistered)
    linked = when(registered, linking()).then(partners.PartnerClientLinked)
    other = replace(CLIENT, client_id="other hospital")
    assert when(linked, linking(other)).then(partners.PartnerClientLinked).state.client == other
    ended = when(linked, partners.EndPartner(partner_id=PARTNER)).then(partners.PartnerEnded)
    when(ended, linking()).refused("partner-not-active")


@pytest.mark.parametrize(
    ("issuer", "client_id"),
    [
        ("id.example.org", "x"),
        ("https://id.example.org", ""),
        ("https://id.example.org", "ñ"),
        ("https://id.example.org", "x\n"),
        ("https://id.example.org", "x" * 256),
    ],
)
def test_what_no_provider_calls_a_client_is_none(issuer: str, client_id: str) -> None:
    registered = when(given(), registering()).then(partners.PartnerRegistered)
    malformed = linking(partners.ProviderClient(issuer, client_id))
    when(registered, malformed).refused("client-malformed", field="client")


def setting(value: str) -> switches.SetSwitch:
    return switches.SetSwitch(switch=Switch.GENOMICS, value=value, reason=text("The lawyer said."))


def test_a_switch_is_strict_until_it_is_set() -> None:
    assert switches.EMPTY.value_of(Switch.GENOMICS) == GenomicsRegime.STRICT
    story = when(given(), setting(GenomicsRegime.EHDS_ALONE)).then(switches.SwitchSet)
    assert story.state.value_of(Switch.GENOMICS) == GenomicsRegime.EHDS_ALONE


def test_a_switch_takes_only_its_own_values_and_only_a_change() -> None:
    wrong = setting(QuorumRule.HALF_WITH_CHAIR_AND_SECRETARY)
    when(given(), wrong).refused("switch-value-unknown", field="value")
    when(given(), setting(GenomicsRegime.STRICT)).refused("switch-already-so", field="value")


def test_all_releases_are_stopped_and_go_on() -> None:
    stop = switches.StopAllReleases(reason=text("A key was lost."))
    lift = switches.LiftStop(reason=text("It was found."))
    when(given(), lift).refused("not-stopped")
    stopped = when(given(), stop).then(switches.ReleasesStopped)
    when(stopped, stop).refused("already-stopped")
    assert not when(stopped, lift).then(switches.StopLifted).state.stopped


def recording(**change: Any) -> keys.RecordKey:
    asked = keys.RecordKey(key_id="package-1", kind=keys.KeyKind.PACKAGE, public_part="00ff")
    return replace(asked, **change)


def test_a_key_is_recorded_once_and_a_signing_key_with_its_public_part() -> None:
    recorded = when(given(), recording()).then(keys.KeyRecorded)
    when(recorded, recording()).refused("key-exists", field="key_id")
    when(given(), recording(public_part=None)).refused("public-part-missing")
    secret = recording(kind=keys.KeyKind.RELEASE_PSEUDONYM, public_part=None)
    when(given(), secret).then(keys.KeyRecorded)


def test_a_key_is_destroyed_once() -> None:
    destroy = keys.DestroyKey(key_id="package-1", reason=text("Rotated out."))
    when(given(), destroy).refused("key-unknown", field="key_id")
    recorded = when(given(), recording()).then(keys.KeyRecorded)
    destroyed = when(recorded, destroy).then(keys.KeyDestroyed)
    when(destroyed, destroy).refused("key-already-destroyed")


def test_a_refused_attempt_is_noted_once_a_minute_for_each_rule() -> None:
    note = attempts.NoteRefusedAttempt(subject=ANE, act=Act.CAST_VOTE, rules=("A-28",))
    noted = when(given(), note).then(attempts.AttemptRefused)
    soon, later = AT + timedelta(seconds=59), AT + timedelta(minutes=1)
    when(noted, note, at=soon).refused("attempt-already-noted")
    when(noted, note, at=later).then(attempts.AttemptRefused)
    both = replace(note, rules=("A-28", "A-29"))
    fresh = attempts.AttemptRefused(at=soon, by=STEWARD, act=Act.CAST_VOTE, rules=("A-29",))
    when(noted, both, at=soon).then(fresh)
