"""Webhooks over the API: made once with a secret that is told once, read, replayed and ended."""

from __future__ import annotations

from typing import Any

from governance.lives.programme.partners import PartnerScope, RegisterPartner
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import new_id
from governance.vocabulary.people import Channel, Role, SubjectId
from graph.context import Context
from graph.schema import SCHEMA
from tests.portal.world import World

REGISTER = """mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
    __typename ... on WebhookChanged { webhookId secret repeated entries { code } }
    ... on Refused { code field } } }"""
END = """mutation ($input: EndWebhookInput!) { endWebhook(input: $input) {
    __typename ... on Refused { code field } } }"""
READ = "query ($of: ID!) { webhooks(partnerId: $of) { webhookId url status delivered } }"
URL = "https://hospital.example/changes"


async def a_partner(world: World, *scopes: PartnerScope) -> Context:
    """A hospital system, as it asks."""
    who = SubjectId(new_id())
    steward = Principal(subject=world.known.people["steward"], channel=Channel.API, stepped_up=True)
    command = RegisterPartner(partner_id=who, organisation="Hospital", scopes=frozenset(scopes))
    assert isinstance(await carry_out(world.house, command, by=steward), Done)
    by = Principal(subject=who, channel=Channel.API, machine_role=Role.PARTNER)
    return Context(world.house, by, "hospital")


async def asked(context: Context, query: str, variables: dict[str, Any]) -> Any:
    result = await SCHEMA.execute(query, variable_values=variables, context_value=context)
    await context.end()
    assert not result.errors, result.errors
    return result.data


async def test_a_partner_keeps_a_webhook_of_its_own(world: World) -> None:
    context = await a_partner(world, PartnerScope.CHANGES)
    me = context.handle(context.principal.subject)
    sent = {"input": {"partnerId": me, "url": URL, "since": 0, "idempotencyKey": "one"}}

    made = (await asked(context, REGISTER, sent))["registerWebhook"]
    again = (await asked(context, REGISTER, sent))["registerWebhook"]
    [read] = (await asked(context, READ, {"of": me}))["webhooks"]

    assert made["__typename"] == "WebhookChanged", made
    assert made["secret"].startswith("whsec_")
    assert [entry["code"] for entry in made["entries"]] == ["programme.webhook-registered.v1"]
    assert again == {**made, "repeated": True}
    assert read == {
        "webhookId": made["webhookId"],
        "url": URL,
        "status": "ACTIVE",
        "delivered": None,
    }

    ending = {"input": {"partnerId": me, "webhookId": made["webhookId"]}}
    assert (await asked(context, END, ending))["endWebhook"]["__typename"] == "ProgrammeChanged"
    [read] = (await asked(context, READ, {"of": me}))["webhooks"]
    assert read["status"] == "ENDED"


async def test_another_partner_neither_reads_nor_changes_it(world: World) -> None:
    context = await a_partner(world, PartnerScope.CHANGES)
    other = await a_partner(world, PartnerScope.CHANGES)
    narrow = await a_partner(world, PartnerScope.CONSENTS)
    foreign = context.handle(context.principal.subject)
    for asking, name in (
        (other, foreign),
        (other, other.handle(context.principal.subject)),
        (narrow, narrow.handle(narrow.principal.subject)),
    ):
        sent = {"input": {"partnerId": name, "url": URL, "since": 0}}
        refused = (await asked(asking, REGISTER, sent))["registerWebhook"]
        assert (refused["__typename"], refused["code"]) == ("Refused", "not-allowed")
        assert (await asked(asking, READ, {"of": name}))["webhooks"] is None


async def test_an_address_that_cannot_be_sent_to_is_refused(world: World) -> None:
    context = await a_partner(world, PartnerScope.CHANGES)
    me = context.handle(context.principal.subject)
    sent = {"input": {"partnerId": me, "url": "http://hospital.example", "since": 0}}
    refused = (await asked(context, REGISTER, sent))["registerWebhook"]
    assert (refused["code"], refused["field"]) == ("address-not-sendable", "url")
