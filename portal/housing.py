"""The house as the settings want it: for commands, and for the server's processes."""

from __future__ import annotations

from governance.refusals import Refusal, Refused
from governance.service.house import House, open_house
from governance.settings import Settings


def house_of(settings: Settings) -> House:
    """The house at the places of the settings. Raises Refused without a secret for its keys."""
    if settings.key_wrapping_secret is None:
        raise Refused(Refusal("setting-missing", items=("BAIMENA_KEY_WRAPPING_SECRET",)))
    return open_house(
        settings.database_url,
        keys=settings.keys,
        secret=settings.key_wrapping_secret.get_secret_value(),
        data=settings.data,
        checkpoints=settings.checkpoints,
        ledger_name=settings.ledger_name,
    )
