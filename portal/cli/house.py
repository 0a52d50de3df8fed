"""The house of the settings, and in whose name the operator acts."""

from __future__ import annotations

import asyncio
import getpass
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from governance.principals import Principal
from governance.refusals import Refusal, Refused
from governance.service.house import House, require_tables
from governance.settings import Settings, read_settings
from governance.vocabulary.people import Channel, SubjectId
from portal.housing import house_of

T = TypeVar("T")


def with_house(work: Callable[[House], Awaitable[T]], *, new: bool = False) -> T:
    """Open the house, do the work, close it. Only a ``new`` one may have no tables yet."""
    settings = read_settings()
    logging.getLogger("alembic").setLevel(logging.WARNING)
    house = house_of(settings)

    async def run() -> T:
        try:
            await require_tables(house, new=new)
            return await work(house)
        finally:
            await house.database.close()

    return asyncio.run(run())


def acting_as(person: str, settings: Settings | None = None) -> Principal:
    """Whom the operator acts for; refused unless this terminal is the operator's."""
    if not (settings or read_settings()).operator:
        raise Refused(Refusal("not-the-operator", items=("BAIMENA_OPERATOR",)))
    return Principal(
        subject=SubjectId(person),
        channel=Channel.OPERATOR,
        stepped_up=True,
        system_user=getpass.getuser(),
    )
