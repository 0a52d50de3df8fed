"""A steward says whose account is whose, on both databases."""

from __future__ import annotations

from governance.lives.programme.accounts import LinkAccount, ProviderAccount
from governance.lives.programme.staff import StaffAppointed
from governance.principals import Principal
from governance.service import web_state
from governance.service.carry_out import Done, carry_out
from governance.service.house import House
from governance.service.rebuild import rebuild_read_models
from governance.service.web_state import Limits, Provider
from governance.storage import driver
from governance.vocabulary.people import Channel, Language, Role
from tests.contracts.entries import ANE, DESK, STAFF, START, erased, registered
from tests.contracts.test_sign_in import ISSUER, happen, rows, sign_in

STEWARD = Principal(subject=DESK, channel=Channel.OPERATOR, stepped_up=True)


async def test_a_steward_says_whose_account_is_whose_and_whoever_had_it_is_signed_out(
    house: House,
) -> None:
    steward = StaffAppointed(at=START, by=DESK, person=DESK, role=Role.STEWARD)
    await happen(house, (STAFF, steward), registered())
    before = await sign_in(house, name="Officer")
    assert isinstance(before, str)
    lost = await web_state.begin_session(
        house,
        before,
        Provider(issuer=ISSUER, sub="1"),
        language=Language.SPANISH,
        browser="Firefox",
    )
    link = LinkAccount(person=ANE, account=ProviderAccount(ISSUER, "1"))
    assert isinstance(await carry_out(house, link, by=STEWARD), Done)
    assert await sign_in(house) == ANE
    assert await rows(house) == [("1", ANE, "Officer")]
    assert await web_state.find_session(house, lost, Limits()) is None
    assert await rebuild_read_models(house)
    await happen(house, erased())
    assert await rows(house) == []
    assert await rebuild_read_models(house)
    async with house.database.reading() as session:
        kept = await driver.fetch(session, "SELECT body FROM documents WHERE body LIKE 'https%'")
    assert (await rows(house), kept) == ([], [])
