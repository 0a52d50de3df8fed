"""Every entry of the ledger, and every notice, is a sentence in three languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from governance.lives.consents.words import Says
from governance.storage.lives import EVENTS
from governance.views.noticed import Notice, NoticeCode
from governance.vocabulary.people import Language
from portal.languages import tongue
from portal.messages.audiences import Audience
from portal.messages.entries import TO_CITIZENS, TO_STAFF, citizens, happened, lives, studies
from portal.messages.notices import MEANINGS, TITLES, notice_meaning, notice_title

SPANISH, BASQUE, ENGLISH = (tongue(language) for language in Language)
CODES = set(EVENTS)
DETAILS = {
    "consent.choice-recorded.v1": {says.value for says in Says},
    "consent.study-answered.v1": {says.value for says in Says},
    "access-request.decided.v1": {"granted", "refused"},
    "access-request.offer-answered.v1": {"accepted", "declined"},
}


def test_every_entry_of_the_ledger_has_a_sentence_and_no_sentence_is_left_over() -> None:
    detailed = {f"{code}:{detail}" for code, details in DETAILS.items() for detail in details}
    assert set(TO_STAFF) == CODES | detailed
    assert lives.ENTRIES.keys().isdisjoint(studies.ENTRIES)


def test_a_citizen_reads_of_her_own_entries_as_hers() -> None:
    hers = {code for code in TO_STAFF if code.startswith(("citizen.", "consent."))}
    assert hers <= set(citizens.ENTRIES)
    assert set(TO_CITIZENS) == set(TO_STAFF)
    assert {code for code in citizens.ENTRIES if TO_CITIZENS[code] == TO_STAFF[code]} == set()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("audience", list(Audience))
def test_what_happened_is_a_sentence(language: Language, audience: Audience) -> None:
    for code in CODES:
        assert happened(tongue(language), code, audience).endswith("."), code


def test_what_was_said_makes_an_entry_precise() -> None:
    code = "consent.choice-recorded.v1"
    assert happened(ENGLISH, code, detail="withdraw") == ("Consent for uses of data was withdrawn.")
    assert happened(BASQUE, code, Audience.CITIZEN, detail="allow") == (
        "Zure datuen erabilerak baimendu ziren."
    )
    assert happened(ENGLISH, code, detail="unheard") == "A choice was recorded."
    assert happened(ENGLISH, "permit.issued.v1", detail="granted") == "The permit was issued."
    assert happened(SPANISH, "never.heard-of.v1") == "never.heard-of.v1"


def test_every_notice_has_a_title_and_says_what_it_means() -> None:
    assert set(TITLES) == set(MEANINGS) == set(NoticeCode)
    assert notice_meaning(BASQUE, NoticeCode.MAJORITY).startswith("Zure gurasoek")


def test_a_refused_read_is_no_read() -> None:
    at = datetime(2026, 11, 25, tzinfo=UTC)
    read, tried = (
        Notice(code=NoticeCode.RECORD_READ, at=at, allowed=allowed) for allowed in (True, False)
    )
    assert notice_title(SPANISH, read) == "Alguien consultó su expediente"
    assert (
        notice_title(SPANISH, tried)
        == "Alguien intentó consultar su expediente y no se le permitió"
    )
