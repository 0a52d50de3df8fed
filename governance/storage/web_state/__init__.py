"""What the portal keeps for a while, beside the ledger: sessions, sign-ins, forms, quotas.

Ids and tokens are kept as their SHA-256: whoever reads the database cannot use them.
"""

from __future__ import annotations

from hashlib import sha256

from governance.storage import driver
from governance.storage.driver import Session

OF_A_PERSON = ("web_sessions", "parked_forms", "notices_seen")


def digest(secret: str) -> str:
    """What is kept of an id or a token. Any text has one, lone surrogates too."""
    return sha256(secret.encode(errors="surrogatepass")).hexdigest()


async def erase(session: Session, subject: str) -> None:
    """Forget what is kept of somebody: she is signed out everywhere (GDPR 17)."""
    for table in OF_A_PERSON:
        await driver.run(session, f"DELETE FROM {table} WHERE subject = $1", subject)
