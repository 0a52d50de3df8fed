"""For whom a program may act by a token: people known here, found as sign-in finds them."""

from __future__ import annotations

from typing import Any

from governance.service.house import House
from governance.service.sign_in import known_person
from governance.vocabulary.people import SubjectId
from tests.contracts.entries import ANE, BEÑAT, OF_BEÑAT, erased, registered
from tests.contracts.test_sign_in import ISSUER, NAMING, happen, merged, rows, sign_in


async def known(house: House, sub: str = "1", **claims: Any) -> SubjectId | None:
    """Whom a program's access token is about."""
    return await known_person(house, ISSUER, {"sub": sub, **claims}, NAMING)


async def test_a_program_finds_whom_sign_in_finds_and_keeps_nothing(house: House) -> None:
    await happen(house, registered())
    assert await known(house, citizen="1", name="Ane") == ANE
    assert await known(house) is None
    assert await rows(house) == []
    assert await sign_in(house, citizen="1") == ANE
    assert await known(house) == ANE
    assert await known(house, name="Another", citizen="1") == ANE
    assert await rows(house) == [("1", ANE, None)]


async def test_a_program_acts_for_nobody_who_never_came_here(house: House) -> None:
    assert await known(house) is None
    assert await known(house, citizen="1") is None
    somebody = await sign_in(house)
    assert await known(house) == somebody, "who has signed in once is known, without any role"


async def test_a_program_acts_for_the_survivor_and_for_nobody_erased(house: House) -> None:
    await happen(house, registered(), registered(OF_BEÑAT, name="Ane", file_number="2"))
    assert await sign_in(house, citizen="2") == BEÑAT
    await happen(house, merged(OF_BEÑAT, ANE))
    assert await known(house) == ANE
    await happen(house, erased())
    assert await known(house) is None
