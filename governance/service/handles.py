"""Names by which each reader of the API is told of people: subject ids never leave.

A handle is the subject id, encrypted under a key of that reader alone (AES-SIV, RFC 5297): the same
person has always the same handle for one reader, another one for every other reader, and nobody can
make one up or tell whose it is. Reading it back needs no table. Where the key was destroyed no
handle that was ever given can be read.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from governance.lives import citizens, consents
from governance.lives.programme import accounts, attempts, partners, webhooks
from governance.lives.programme.keys import KeyKind
from governance.principals import CLOCK, ENGINE, PUBLIC
from governance.service.house import House
from governance.views.question import About
from governance.vocabulary.people import SubjectId

OF_THE_HOUSE = "0" * 32
"""Whose key it is: each reader's own is derived from it."""
KEY_BYTES, MARK = 64, b"subject"
MACHINES = frozenset(one.subject for one in (CLOCK, ENGINE, PUBLIC))
LENGTH = 43
"""Characters of a handle: 16 bytes of proof and 16 of the id, in base64 for addresses."""
ABOUT_SOMEBODY = frozenset(
    life.NAME for life in (citizens, consents, accounts, attempts, partners, webhooks)
)
"""Lives whose streams are named after a person or a system."""


@dataclass(frozen=True, slots=True)
class Handles:
    """The handles of one reader."""

    _cipher: AESSIV = field(repr=False)

    def handle_of(self, subject: SubjectId) -> str:
        """What this reader calls somebody. Raises ValueError for what is no id of a person.

        Our own machines, which are nobody, keep their names.
        """
        if subject in MACHINES:
            return subject
        plain = bytes.fromhex(subject)
        if plain.hex() != subject or len(plain) != 16:
            raise ValueError("not the id of a person")
        sealed = self._cipher.encrypt(plain, [MARK])
        return urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def subject_of(self, handle: str) -> SubjectId | None:
        """Whom this reader means; None for what was never given to her, or was changed since."""
        if len(handle) != LENGTH or not handle.isascii():
            return None
        try:
            sealed = urlsafe_b64decode(f"{handle}=")
            subject = SubjectId(self._cipher.decrypt(sealed, [MARK]).hex())
        except (InvalidTag, ValueError):
            return None
        return subject if self.handle_of(subject) == handle else None

    def thing(self, about: About) -> About:
        """A thing as this reader may name it: what is called after a person has her handle."""
        life, key = about
        return (life, self.handle_of(SubjectId(key))) if life in ABOUT_SOMEBODY else about


def handles_of(house: House, reader: SubjectId) -> Handles:
    """The handles of a reader. Raises KeyDestroyed where nobody has any more."""
    key = house.keys.ensure_secret(KeyKind.HANDLE, OF_THE_HOUSE)
    derived = HKDF(SHA256(), KEY_BYTES, salt=None, info=f"handles of {reader}".encode())
    return Handles(AESSIV(derived.derive(key.secret)))
