"""Accounts, as stories: a steward says whose account is whose."""

from __future__ import annotations

import pytest

from governance.lives.programme.accounts import AccountLinked, LinkAccount, ProviderAccount
from governance.vocabulary.entries import NO_FACTS
from governance.vocabulary.erasable import text
from governance.vocabulary.people import SubjectId
from tests.builders import person
from tests.story import NOW, SOMEBODY, Story, given

OFFICER = person(1)
ACCOUNT = ProviderAccount("https://id.example.org", "Officer 7")
LINKED = AccountLinked(at=NOW, by=SOMEBODY, account=text("https://id.example.org Officer 7"))


def link(story: Story, account: ProviderAccount = ACCOUNT, person: SubjectId = OFFICER) -> Story:
    command = LinkAccount(person=person, account=account)
    return story.when(command, facts=NO_FACTS, by=SOMEBODY, at=NOW)


def test_an_account_is_linked_to_a_person() -> None:
    link(given()).then(LINKED)


def test_it_may_be_said_again_and_the_newest_word_stands() -> None:
    link(given(LINKED)).then(LINKED)


@pytest.mark.parametrize(
    ("issuer", "sub"),
    [
        ("id.example.org", "x"),
        ("https://", "x"),
        ("https://id.example.org/a b", "x"),
        ("https://id.example.org", ""),
        ("https://id.example.org", " x"),
        ("https://id.example.org", "ñ"),
        ("https://id.example.org", "x" * 256),
        ("https://id.example.org", "x\n"),
    ],
)
def test_what_no_provider_says_is_no_account(issuer: str, sub: str) -> None:
    link(given(), ProviderAccount(issuer, sub)).refused("account-malformed", field="account")


@pytest.mark.parametrize("who", ["ane", "A" * 32, "a" * 33])
def test_a_person_is_named_by_a_subject_id(who: str) -> None:
    link(given(), person=SubjectId(who)).refused("person-malformed", field="person")


def test_its_text_can_be_read_again() -> None:
    assert ProviderAccount.parse(str(ACCOUNT)) == ACCOUNT
