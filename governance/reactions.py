"""What events oblige: commands that the house itself carries out, in the same transaction."""

from __future__ import annotations

from governance.lives.citizens import NAME as CITIZENS
from governance.lives.citizens.commands import JoinDuplicate
from governance.lives.citizens.events import CitizenMerged
from governance.lives.permits.commands import SuspendPermit
from governance.lives.permits.events import ProhibitedUseFlagged
from governance.principals import ENGINE, Principal
from governance.storage.ledger import Recorded
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import text
from governance.vocabulary.people import SubjectId

Reaction = tuple[Principal, Command]


def reactions_to(entry: Recorded) -> list[Reaction]:
    """The commands that one entry obliges, in order; most oblige none."""
    life, _, key = entry.stream.partition("/")
    match entry.event:
        case CitizenMerged(survivor=survivor, with_duplicates=earlier) if life == CITIZENS:
            # whatever was said under any of these entries must go on counting
            duplicates = (SubjectId(key), *sorted(earlier))
            return [(ENGINE, JoinDuplicate(citizen=survivor, duplicate=one)) for one in duplicates]
        case ProhibitedUseFlagged(use=use):
            # EHDS 54 with 63(2): access stops at once, whoever looks into it afterwards
            return [(ENGINE, SuspendPermit(permit_id=key, reason=text(f"prohibited use: {use}")))]
        case _:
            return []
