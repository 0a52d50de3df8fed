"""Acts of consent in the terms of DPV: every term exists, and none of ours is without one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from governance.lives.consents import commands as say
from governance.lives.consents.words import Says
from governance.standards.consent_record import (
    DATA,
    EXPLICIT,
    OF_EVENTS,
    OPT_OUT_RIGHT,
    PURPOSES,
    RECIPIENTS,
    STATES,
    ConsentRecord,
    consent_record,
)
from governance.vocabulary.entries import Event
from governance.vocabulary.purposes import ALL_CELLS, Reach
from tests.builders import CITIZEN, MAY, Walk, a_choice, a_citizen, a_study_answer, given_by

PREFIXES = {"dpv": "https://w3id.org/dpv#", "eu-ehds": "https://w3id.org/dpv/legal/eu/ehds#"}


def test_every_term_is_one_of_the_vocabulary(shared: Path) -> None:
    file = shared / "standards" / "dpv" / "dpv_terms.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        known = {row["iri"] for row in csv.DictReader(rows)}
    ours = {
        *PURPOSES.values(),
        *(term for terms in DATA.values() for term in terms),
        *RECIPIENTS.values(),
        *STATES.values(),
        *OF_EVENTS.values(),
        EXPLICIT,
        OPT_OUT_RIGHT,
    }
    curies = (term.partition(":") for term in ours)
    assert {PREFIXES[prefix] + name for prefix, _, name in curies} <= known


def test_every_cell_has_its_terms() -> None:
    assert {cell.purpose for cell in ALL_CELLS} == set(PURPOSES)
    assert {cell.category for cell in ALL_CELLS} == set(DATA)
    assert {cell.recipient for cell in ALL_CELLS} == set(RECIPIENTS)


def recorded(command: say.RecordChoice | say.AnswerStudy | say.SetReach | say.OptOut) -> Event:
    """The event that a command leads to."""
    [event] = Walk().having(command, facts=MAY, by=CITIZEN)
    return event


def record_of(event: Event) -> ConsentRecord:
    return consent_record(event, record_id="ab", citizen=CITIZEN, notice_digest=None)


@pytest.mark.parametrize(
    ("says", "state"),
    [
        (Says.ALLOW, "dpv:ConsentGiven"),
        (Says.REFUSE, "dpv:ConsentRefused"),
        (Says.WITHDRAW, "dpv:ConsentWithdrawn"),
    ],
)
def test_what_is_said_has_a_state(says: Says, state: str) -> None:
    assert record_of(recorded(a_choice(says))).event_state == state


def test_an_answer_to_a_study_names_it() -> None:
    assert record_of(recorded(a_study_answer(study="hearts"))).service == "hearts"


def test_reach_and_opting_out_are_no_consent_and_say_what_they_are() -> None:
    reach = record_of(recorded(say.SetReach(citizen=CITIZEN, given=given_by(), reach=Reach.EEA)))
    out = record_of(recorded(say.OptOut(citizen=CITIZEN, given=given_by())))

    assert (reach.event_state, reach.geographic_restrictions) == (None, Reach.EEA)
    assert (out.event_state, out.privacy_rights) == (None, "eu-ehds:A71")


def test_only_acts_of_consent_have_a_record() -> None:
    [registered] = a_citizen()
    with pytest.raises(TypeError, match="citizen.registered"):
        record_of(registered)
