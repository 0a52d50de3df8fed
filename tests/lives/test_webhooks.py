"""Webhooks: a partner says where it is told of changes; we may give up, and it may begin again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as some

from governance.lives.programme.webhooks import commands as ask
from governance.lives.programme.webhooks import events as happened
from governance.lives.programme.webhooks.state import Webhook
from governance.lives.programme.webhooks.words import (
    LONGEST_URL,
    MOST,
    MOST_CODES,
    WebhookStatus,
    sendable,
)
from governance.vocabulary.entries import Command
from governance.vocabulary.people import SubjectId
from tests.story import Story, given

PARTNER, WEBHOOK = SubjectId("c" * 32), "d" * 32
ACTIVE, ENDED = ask.PartnerFacts(True), ask.PartnerFacts(False)
SAME: dict[str, Any] = {"partner_id": PARTNER, "webhook_id": WEBHOOK}
HTTPS = "https://hospital.example/changes"
END, DISABLE = ask.EndWebhook(**SAME), ask.DisableWebhook(**SAME)


def when(story: Story, command: Command, facts: ask.PartnerFacts = ACTIVE) -> Story:
    return story.when(command, facts=facts, by=PARTNER)


def registering(**change: Any) -> ask.RegisterWebhook:
    return replace(ask.RegisterWebhook(url=HTTPS, since=7, **SAME), **change)


def registered() -> Story:
    return when(given(), registering()).then(happened.WebhookRegistered)


def the_one(story: Story) -> Webhook:
    found: Webhook = story.state.webhooks[WEBHOOK]
    return found


def test_a_webhook_is_registered_once_from_a_position() -> None:
    story = registered()
    assert (the_one(story).since, the_one(story).run) == (7, 1)
    when(story, registering()).refused("webhook-exists", field="webhook_id")


def test_it_is_told_elsewhere_and_of_other_events_from_where_it_has_come_to() -> None:
    change = ask.ChangeWebhook(url=f"{HTTPS}/2", events=frozenset({"consent.opted-out.v1"}), **SAME)
    story = when(registered(), change).then(happened.WebhookChanged)
    assert the_one(story).url == f"{HTTPS}/2"
    assert the_one(story).wants("consent.opted-out.v1")
    assert not the_one(story).wants("consent.reach-set.v1")
    assert the_one(registered()).wants("consent.reach-set.v1")
    assert the_one(story).run == 1


def test_it_is_given_up_and_begins_again_from_a_position() -> None:
    again = ask.ReplayWebhook(since=3, **SAME)
    disabled = when(registered(), DISABLE).then(happened.WebhookDisabled)
    when(disabled, DISABLE).refused("webhook-not-active")
    story = when(disabled, again).then(happened.WebhookReplayed)
    assert the_one(story).active
    assert (the_one(story).since, the_one(story).run) == (3, 2)


def test_what_ended_or_never_was_cannot_be_asked_anything() -> None:
    ended = when(registered(), END).then(happened.WebhookEnded)
    assert ended.state.live == ()
    again = ask.ReplayWebhook(since=3, **SAME)
    for story in (ended, given()):
        for command in (END, DISABLE, again, ask.ChangeWebhook(url=HTTPS, **SAME)):
            when(story, command).refused("webhook-not-known")


def test_a_partner_that_ended_can_only_end_them() -> None:
    for command in (registering(), ask.ReplayWebhook(since=3, **SAME), DISABLE):
        when(registered(), command, ENDED).refused("partner-not-active")
    when(registered(), END, ENDED).then(happened.WebhookEnded)
    unknown = ask.PartnerFacts(None)
    when(registered(), END, unknown).refused("fact-unknown", field="active")


def test_a_partner_has_ten_at_most() -> None:
    story = given()
    for number in range(MOST):
        one = registering(webhook_id=f"{number:032x}")
        story = when(story, one).then(happened.WebhookRegistered)
    when(story, registering()).refused("too-many-webhooks")
    end = ask.EndWebhook(partner_id=PARTNER, webhook_id=f"{0:032x}")
    when(when(story, end).then(happened.WebhookEnded), registering()).then(
        happened.WebhookRegistered
    )


def test_what_it_says_can_be_meant() -> None:
    when(given(), registering(webhook_id="nobody")).refused("webhook-malformed", field="webhook_id")
    codes = frozenset(f"consent.number-{chr(97 + n)}.v{n}" for n in range(3))
    when(given(), registering(events=codes)).then(happened.WebhookRegistered)
    for wrong in (frozenset({"everything"}), frozenset(f"a.b.v{n}" for n in range(MOST_CODES + 1))):
        when(given(), registering(events=wrong)).refused("webhook-malformed", field="events")
    when(given(), registering(since=-1)).refused("position-malformed", field="since")
    when(registered(), ask.ReplayWebhook(since=-1, **SAME)).refused("position-malformed")
    when(given(), registering(url="ftp://hospital.example")).refused("address-not-sendable")


@pytest.mark.parametrize(
    "url",
    [
        HTTPS,
        "https://hospital.example",
        "https://hospital.example:8443/a/b?c=d&e=%20",
        "https://[2001:db8::1]/x",
        "http://localhost:8000/x",
        "http://127.0.0.1:8000",
        "http://[::1]:8000/",
    ],
)
def test_an_address_of_https_can_be_sent_to_and_this_machine(url: str) -> None:
    assert sendable(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "http://hospital.example/",
        "http://127.0.0.1.hospital.example/",
        "http://localhost@hospital.example/",
        "https://user@hospital.example/",
        "https://user:word@hospital.example/",
        "https://hospital.example/#part",
        "https://hospital.example\\@elsewhere.example/",
        "https://hospital.example/a b",
        "https://hospital.example/\r\nhost: elsewhere",
        "https://hospital.example:port/",
        "https://hóspital.example/",
        "https://[fe80::1%25eth0]/",
        "HTTPS://hospital.example/",
        "file:///etc/passwd",
        "gopher://hospital.example/",
        f"https://hospital.example/{'a' * LONGEST_URL}",
    ],
)
def test_an_address_that_says_more_or_less_is_refused(url: str) -> None:
    assert not sendable(url)


@over(rest=some.text(alphabet=some.characters(exclude_characters="/"), min_size=1, max_size=30))
def test_whatever_stands_before_the_path_is_a_host_and_a_port(rest: str) -> None:
    if sendable(f"https://{rest}/"):
        assert not set(rest) & set("@#?\\ \t\r\n")


def test_the_status_of_a_webhook_is_told() -> None:
    assert the_one(registered()).status is WebhookStatus.ACTIVE
