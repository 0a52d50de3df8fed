"""What the ledger and the log of reads speak of, and what a check of the ledger can find."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from governance.lives import (
    access_requests,
    citizens,
    consents,
    datasets,
    information_sheets,
    permits,
    releases,
)
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.programme import (
    accounts,
    attempts,
    keys,
    partners,
    staff,
    switches,
    webhooks,
)
from portal.languages import N_, Tongue

LIVES: dict[ModuleType, str] = {
    citizens: N_("Details of citizens"),
    consents: N_("Choices of citizens"),
    information_sheets: N_("Information sheets"),
    datasets: N_("Datasets"),
    access_requests: N_("Access requests"),
    reviews: N_("Reviews by the ethics committee"),
    meetings: N_("Meetings of the ethics committee"),
    committee: N_("Members of the ethics committee"),
    permits: N_("Permits"),
    releases: N_("Releases"),
    staff: N_("Roles of people"),
    accounts: N_("Accounts that people sign in with"),
    partners: N_("Partner systems"),
    webhooks: N_("Where partner systems are told of changes"),
    switches: N_("Settings and the emergency stop"),
    keys: N_("Keys"),
    attempts: N_("Refused attempts"),
}
"""Everything that has a life in the ledger, in the order in which it is offered."""
NOT_IN_THE_LEDGER: dict[str, str] = {
    "ledger": N_("The ledger"),
    "access-log": N_("The log of reads"),
    "changes": N_("What changes"),
}
"""What is read without having a life of its own."""
FINDINGS: dict[str, str] = {
    "value-differs": N_("A text kept beside this entry is not the one that was recorded."),
    "head-differs": N_("The ledger says another length or root than its entries have."),
    "cut-off": N_("Entries that were signed are missing at the end."),
    "checkpoint-not-ours": N_("A checkpoint was not signed with a key of this programme."),
    "root-differs": N_("The entries up to here are not those that were signed."),
    "position-missing": N_("An entry is missing here."),
    "columns-differ": N_("What is indexed of this entry is not what the entry says."),
    "tile-differs": N_("A stored hash is not the hash of its entries."),
}


def called(tongue: Tongue, kind: str) -> str:
    """What something that is read or recorded is called; a name that nobody knows stays as it is.

    ``kind`` is the first part of a stream, or of what the log of reads says was read.
    """
    words = {_name(life): said for life, said in LIVES.items()} | NOT_IN_THE_LEDGER
    return tongue.gettext(words[kind]) if kind in words else kind


def found_in_words(tongue: Tongue, code: str) -> str:
    """What a check of the ledger found."""
    return tongue.gettext(FINDINGS[code]) if code in FINDINGS else code


def lives() -> list[tuple[str, str]]:
    """Every life: its name in the ledger, and the message that names it."""
    return [(_name(life), said) for life, said in LIVES.items()]


def codes() -> list[str]:
    """The codes of all entries there can be."""
    return [event.CODE for life in LIVES for event in _of(life).EVENTS]


def _name(life: ModuleType) -> str:
    return str(_of(life).NAME)


def _of(life: ModuleType) -> Any:
    return life
