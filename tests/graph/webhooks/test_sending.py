"""Messages are signed so that whoever holds the secret can verify them, and little is believed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from governance.service.webhooks import Answer, Message
from graph.webhooks import Sender, sending
from tests.graph.webhooks.certificates import certified
from tests.graph.webhooks.receiver import Receiver, receiving

SECRET = "whsec_" + "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
OTHER = "whsec_" + "OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg="


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as one:
        one.secret = SECRET
        yield one


@pytest.fixture
async def send() -> AsyncIterator[Sender]:
    async with Sender(demo=True) as one:
        yield one


def a_message(receiver: Receiver, **change: Any) -> Message:
    body = json.dumps({"type": "consent.reach-set.v1", "data": {"position": 7}})
    now = datetime.now(UTC)
    return replace(Message("a-7", now, receiver.url, body, SECRET), **change)


async def test_what_is_sent_is_verified_by_the_library_of_the_standard(
    receiver: Receiver, send: Sender
) -> None:
    assert await send(a_message(receiver)) is Answer.TAKEN
    assert receiver.heard == [{"type": "consent.reach-set.v1", "data": {"position": 7}}]
    assert receiver.ids == ["a-7"]
    assert receiver.hosts == [f"127.0.0.1:{receiver.port}"]


async def test_a_name_is_sent_along_though_a_number_is_connected_to(
    receiver: Receiver, send: Sender
) -> None:
    named = receiver.url.replace("127.0.0.1", "localhost")
    assert await send(a_message(receiver, url=named)) is Answer.TAKEN
    assert receiver.hosts == [f"localhost:{receiver.port}"]


async def test_another_secret_does_not_verify(receiver: Receiver, send: Sender) -> None:
    assert await send(a_message(receiver, secret=OTHER)) is Answer.NOT_TAKEN
    assert receiver.heard == []


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (200, Answer.TAKEN),
        (202, Answer.TAKEN),
        (300, Answer.NOT_TAKEN),
        (400, Answer.NOT_TAKEN),
        (410, Answer.GONE),
        (500, Answer.NOT_TAKEN),
    ],
)
async def test_the_status_says_what_became_of_it(
    receiver: Receiver, send: Sender, status: int, answer: Answer
) -> None:
    receiver.statuses = [status]
    assert await send(a_message(receiver)) is answer


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_no_redirect_is_followed(receiver: Receiver, send: Sender, status: int) -> None:
    async with receiving() as elsewhere:
        receiver.statuses, receiver.location = [status], elsewhere.url
        assert await send(a_message(receiver)) is Answer.NOT_TAKEN
        assert elsewhere.ids == []


async def test_what_is_answered_is_not_read(receiver: Receiver, send: Sender) -> None:
    receiver.body = b"x" * 50_000_000
    assert await send(a_message(receiver)) is Answer.TAKEN
    assert receiver.written < len(receiver.body) // 2


async def test_whoever_keeps_silent_is_not_waited_for(
    receiver: Receiver, send: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "TAKES_AT_MOST", 0.3)
    receiver.silent = True
    async with asyncio.timeout(3):
        assert await send(a_message(receiver)) is Answer.NOT_TAKEN


async def test_nobody_there_is_not_taken(send: Sender) -> None:
    async with receiving() as gone:
        pass
    assert await send(a_message(gone)) is Answer.NOT_TAKEN


async def test_outside_the_demo_this_machine_is_never_sent_to(receiver: Receiver) -> None:
    async with Sender() as send:
        for url in (receiver.url, receiver.url.replace("http:", "https:")):
            assert await send(a_message(receiver, url=url)) is Answer.NOT_TAKEN
    assert receiver.ids == []


@pytest.mark.parametrize(
    ("shown", "answer"), [("localhost", Answer.TAKEN), ("elsewhere.example", Answer.NOT_TAKEN)]
)
async def test_a_number_is_connected_to_and_the_name_is_what_has_to_be_certified(
    tmp_path: Path, shown: str, answer: Answer
) -> None:
    server, trust = certified(shown, tmp_path)
    async with receiving(server) as receiver, Sender(demo=True, trust=trust) as send:
        named = receiver.url.replace("127.0.0.1", "localhost")
        assert await send(a_message(receiver, url=named)) is answer
        assert len(receiver.ids) == (answer is Answer.TAKEN)


async def test_whom_nobody_certifies_is_sent_nothing(tmp_path: Path) -> None:
    server, _ = certified("localhost", tmp_path)
    async with receiving(server) as receiver, Sender(demo=True) as send:
        named = receiver.url.replace("127.0.0.1", "localhost")
        assert await send(a_message(receiver, url=named)) is Answer.NOT_TAKEN
        assert receiver.ids == []
