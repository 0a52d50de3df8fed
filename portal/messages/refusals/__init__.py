"""Why something was not done, in words: what happened, why, and what can be done now.

A refusal is a code, rules, a field and items; here each gets its words, for its reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from governance.refusals import Refusal
from portal.languages import Tongue
from portal.messages import committee, items, people, rules, uses
from portal.messages.audiences import Audience
from portal.messages.refusals import (
    choices,
    citizens,
    datasets,
    ethics,
    general,
    permits,
    programme,
    releases,
    requests,
    sign_in,
    to_citizens,
)
from portal.messages.refusals.fields import FIELDS

TO_STAFF: dict[str, str] = {
    code: words
    for table in (
        general.WORDS,
        citizens.WORDS,
        choices.WORDS,
        requests.WORDS,
        ethics.WORDS,
        permits.WORDS,
        releases.WORDS,
        datasets.WORDS,
        programme.WORDS,
        sign_in.WORDS,
    )
    for code, words in table.items()
}
"""Every code; no two rooms word the same one."""

TO_CITIZENS: dict[str, str] = TO_STAFF | to_citizens.WORDS

ITEMS: dict[str, Mapping[Any, str]] = {
    "composition-incomplete": {**committee.EXPERTISE, **committee.GAPS, **people.ROLES},
    "content-missing": items.PERMIT_ITEMS,
    "criteria-not-met": items.CRITERIA,
    "description-incomplete": FIELDS,
    "information-missing": items.INFORMATION_ITEMS,
    "items-missing": items.REQUEST_ITEMS,
    "prohibited-use-declared": uses.PROHIBITED_USES,
    "text-missing": people.LANGUAGES,
    "wider-than-request": FIELDS,
}
"""What the items of a refusal are called; those of other codes are names that say themselves."""


@dataclass(frozen=True, slots=True)
class RuleInWords:
    """A rule that refused: its sentence, and where it comes from."""

    id: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class RefusalInWords:
    """A refusal as its reader sees it."""

    says: str
    items: tuple[str, ...] = ()
    field: str = ""
    """What the field at fault is called; empty where none is."""
    rules: tuple[RuleInWords, ...] = ()


def in_words(
    tongue: Tongue, refusal: Refusal, audience: Audience = Audience.STAFF
) -> RefusalInWords:
    """A refusal in the words of its reader.

    The rules are those that the refusal holds: whoever asks shows only what may be told.
    """
    named = ITEMS.get(refusal.code, {})
    return RefusalInWords(
        says=says(tongue, refusal.code, audience),
        items=tuple(tongue.gettext(named[i]) if i in named else i for i in refusal.items),
        field=tongue.gettext(FIELDS[refusal.field]) if refusal.field in FIELDS else "",
        rules=tuple(rule_in_words(tongue, rule_id) for rule_id in refusal.rules),
    )


def says(tongue: Tongue, code: str, audience: Audience = Audience.STAFF) -> str:
    """What a refusal code says. One that nobody knows is told in the words of ``not-allowed``."""
    words = TO_CITIZENS if audience is Audience.CITIZEN else TO_STAFF
    return tongue.gettext(words.get(code, words["not-allowed"]))


def rule_in_words(tongue: Tongue, rule_id: str) -> RuleInWords:
    """A rule with its source."""
    return RuleInWords(rule_id, rules.sentence(tongue, rule_id), rules.source(tongue, rule_id))


def withheld_because(tongue: Tongue, reason: str) -> str:
    """Why a release was withheld: a rule that refused, or what went wrong with its files."""
    if reason in TO_STAFF:
        return says(tongue, reason)
    return rules.sentence(tongue, reason)
