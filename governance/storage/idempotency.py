"""Keys by which a caller repeats a command without doing it twice.

A key stands for one thing that was sent. Of that only a salted hash is kept, so that what somebody
said cannot be read from here; another thing under the same key is refused.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from governance.refusals import Refusal
from governance.storage import driver, ledger
from governance.storage.driver import Session
from governance.storage.encoding import encoder
from governance.storage.erasables import SALT_BYTES, digest_of
from governance.storage.hints import erasable_fields
from governance.storage.ledger import Recorded
from governance.storage.tables.service import IdempotencyRow
from governance.vocabulary.entries import Command
from governance.vocabulary.erasable import Erasable

COLUMNS = ("subject", "key", "positions", "salt", "body")
REUSED = Refusal("idempotency-key-reused")


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a key: by whom, and what was sent with it."""

    subject: str
    key: str
    body: bytes

    async def earlier(self, session: Session) -> list[Recorded] | Refusal | None:
        """What the first use led to; refused where that was something else; None if there was none.

        Keys from before bodies were kept stand for whatever is sent.
        """
        known = "SELECT positions, salt, body FROM idempotency WHERE subject = $1 AND key = $2"
        for positions, salt, body in await driver.fetch(session, known, self.subject, self.key):
            if salt is not None and self._hashed(salt) != body:
                return REUSED
            return await ledger.read_at(session, [int(p) for p in positions.split()])
        return None

    async def keep(self, session: Session, recorded: Sequence[Recorded]) -> None:
        """Remember what this use led to, in the same transaction."""
        positions = " ".join(str(entry.position) for entry in recorded)
        salt = secrets.token_hex(SALT_BYTES)
        row = (self.subject, self.key, positions, salt, self._hashed(salt))
        await driver.insert(session, IdempotencyRow, COLUMNS, [row])

    def _hashed(self, salt: str) -> str:
        return sha256(bytes.fromhex(salt) + self.body).hexdigest()


def body_of(commands: Sequence[Command]) -> bytes:
    """Commands as bytes, the same for equal commands, in every process.

    Raises ValueError for text that no database keeps: such a command is never carried out.
    """
    return "\n".join(f"{one.ACT} {_text_of(one)}" for one in commands).encode()


def _text_of(command: Command) -> str:
    known: dict[str, Any] = {
        name: Erasable(told.value, digest_of(told.value, ""))
        for name in erasable_fields(command)
        if (told := getattr(command, name)).value is not None
    }
    return encoder(type(command))(replace(command, **known))
