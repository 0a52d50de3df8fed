"""Webhooks are for whoever may be told, and end with her rights."""

from __future__ import annotations

from typing import Any

import pytest

from governance.lives.consents.words import Says
from governance.lives.programme.partners import ChangePartnerScopes, EndPartner, PartnerScope
from governance.lives.programme.webhooks.commands import (
    ChangeWebhook,
    EndWebhook,
    RegisterWebhook,
    ReplayWebhook,
)
from governance.refusals import Refusal
from governance.service.carry_out import Done, carry_out
from governance.service.house import new_id
from governance.service.ledger_check import ledger_size
from governance.service.webhooks import Answer, end_webhook
from governance.service.webhooks.making import secret_of
from governance.storage.keys import KeyDestroyed
from governance.views.record import CitizenRecord
from governance.views.webhooks import Webhooks
from tests.views.hearing import (
    URL,
    another,
    told_of_consents,
)
from tests.views.household import CLINICAL, Household


async def test_narrower_scopes_are_told_less_at_once(home: Household) -> None:
    told = await told_of_consents(home)
    fewer = frozenset({PartnerScope.CHANGES})
    await home.do(ChangePartnerScopes(partner_id=told.partner_id, scopes=fewer), "steward")
    await told.everything()
    assert "consent.choice-recorded" not in told.ear.kinds

    none = frozenset({PartnerScope.CONSENTS})
    await home.do(ChangePartnerScopes(partner_id=told.partner_id, scopes=none), "steward")
    await home.says("ane", Says.REFUSE, CLINICAL)
    await told.everything()
    assert "consent.choice-recorded" not in told.ear.kinds
    assert (await told.shown()).failing_since is None


async def test_an_ended_partner_or_webhook_gets_nothing_and_its_secret_is_gone(
    home: Household,
) -> None:
    told = await told_of_consents(home)
    other = await another(home, told.partner, since=await ledger_size(home.cast.house))
    told.ear.answers = [Answer.NOT_TAKEN] * 2
    await told.deliver()
    before = len(told.ear.heard)
    end = EndWebhook(partner_id=other.partner_id, webhook_id=other.webhook_id)
    by = home.partners[told.partner]
    assert isinstance(await end_webhook(home.cast.house, end, by=by), Done)
    with pytest.raises(KeyDestroyed):
        secret_of(home.cast.house, (other.partner_id, other.webhook_id))

    await home.do(EndPartner(partner_id=told.partner_id), "steward")
    told.later(days=1)
    assert await told.deliver() == {}

    assert len(told.ear.heard) == before
    with pytest.raises(KeyDestroyed):
        secret_of(home.cast.house, (told.partner_id, told.webhook_id))


async def test_a_partner_keeps_its_own_webhooks_and_no_others(home: Household) -> None:
    told = await told_of_consents(home)
    stranger = home.partners["partner-of-permits"]
    scopes = frozenset({PartnerScope.CHANGES, PartnerScope.PERMITS})
    await home.do(ChangePartnerScopes(partner_id=stranger.subject, scopes=scopes), "steward")
    mine: dict[str, Any] = {"partner_id": told.partner_id, "webhook_id": told.webhook_id}
    commands = (
        RegisterWebhook(partner_id=told.partner_id, webhook_id=new_id(), url=URL, since=0),
        ChangeWebhook(url=URL, **mine),
        ReplayWebhook(since=0, **mine),
        EndWebhook(**mine),
    )
    for by in (stranger, home.by("ane"), home.by("access-officer"), home.by("auditor")):
        for command in commands:
            refused = await carry_out(home.cast.house, command, by=by)
            assert isinstance(refused, Refusal), (by, command)
            assert refused.code == "not-allowed"
    assert await home.finds_nothing("partner-of-permits", Webhooks(told.partner_id))
    assert await home.finds_nothing("ane", Webhooks(told.partner_id))
    assert (await told.shown("auditor")).url == URL


async def test_who_was_told_of_a_change_in_her_consents_stands_in_her_log(home: Household) -> None:
    told = await told_of_consents(home)
    await told.everything()
    record = await home.asks("ane", CitizenRecord(home.people["ane"]))
    assert record.access_log is not None
    assert {one.by.person.name for one in record.access_log.rows} == {told.partner}
