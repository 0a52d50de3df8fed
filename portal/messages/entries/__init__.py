"""What happened, entry by entry: the sentence of each code of the ledger, for its reader."""

from __future__ import annotations

from portal.languages import Tongue
from portal.messages.audiences import Audience
from portal.messages.entries import citizens, lives, studies

TO_STAFF: dict[str, str] = lives.ENTRIES | studies.ENTRIES
TO_CITIZENS: dict[str, str] = TO_STAFF | citizens.ENTRIES


def happened(
    tongue: Tongue, code: str, audience: Audience = Audience.STAFF, *, detail: str = ""
) -> str:
    """The sentence of an entry: ``consent.opted-out.v1``.

    ``detail`` makes some precise: what was said (``allow``, ``refuse``, ``withdraw``), how a
    request was decided (``granted``, ``refused``) or an offer answered (``accepted``,
    ``declined``); elsewhere it changes nothing. A code that nobody knows stays as it is.
    """
    sentences = TO_CITIZENS if audience is Audience.CITIZEN else TO_STAFF
    said = sentences.get(f"{code}:{detail}", sentences.get(code))
    return tongue.gettext(said) if said else code
