"""A document attached over the API: an honest PDF, once, by whoever may, or nothing of it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import Any

import pytest

from governance.service import attaching
from governance.service.ledger_check import ledger_size
from tests.graph.asking import told
from tests.pdfs import a_pdf, opens_with
from tests.portal.world import World

DRAFT = "sleep-and-memory"
ATTACH = """mutation ($input: AttachDocumentInput!) { attachDocument(input: $input) { __typename
    ... on AccessRequestChanged { repeated entries { code }
        changed { attachments { id name item size sha256 mediaType } } }
    ... on Refused { code field rules { id } } } }"""
READ = """query ($request: ID!, $id: String!) {
    attachedFile(requestId: $request, attachmentId: $id) { name content } }"""


def wish(world: World, content: bytes | str, **more: Any) -> dict[str, Any]:
    file = content if isinstance(content, str) else b64encode(content).decode()
    request = world.known.requests[DRAFT]
    said = {"requestId": request, "item": "J_ETHICS", "name": "Protocol 1.pdf"}
    return {"input": {**said, "file": file, **more}}


async def attached(world: World, person: str, sent: dict[str, Any]) -> Any:
    return (await told(world, person, ATTACH, sent))["attachDocument"]


async def test_a_document_is_attached_once_and_read_as_it_was(world: World) -> None:
    content = a_pdf()
    sent = wish(world, content, idempotencyKey="protocol")
    first, again = [await attached(world, "researcher", sent) for _ in range(2)]
    assert (first["repeated"], again["repeated"]) == (False, True)
    assert [one["code"] for one in first["entries"]] == ["access-request.document-attached.v1"]
    [one] = again["changed"]["attachments"]
    assert (one["name"], one["size"]) == ("Protocol 1.pdf", len(content))
    asked = {"request": world.known.requests[DRAFT], "id": one["id"]}
    file = (await told(world, "researcher", READ, asked))["attachedFile"]
    assert b64decode(file["content"]) == content
    assert (await told(world, "maite", READ, asked))["attachedFile"] is None


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("%PDF-1.7", "a.pdf", ("attachment-not-base64", "file")),
        ("JVBERi0xLjc", "a.pdf", ("attachment-not-base64", "file")),
        ("", "a.pdf", ("attachment-empty", "file")),
        (b"<html>hello</html>", "a.pdf", ("attachment-not-pdf", "file")),
        (a_pdf() + bytes(2 * 1024 * 1024), "a.pdf", ("attachment-too-large", "file")),
        (a_pdf(lambda one: one.encrypt("secret")), "a.pdf", ("attachment-encrypted", "file")),
        (a_pdf(opens_with("/JavaScript", "/JS")), "a.pdf", ("attachment-active", "file")),
        (a_pdf(), "../../a.pdf", ("attachment-name-unfit", "name")),
        (a_pdf(), " ", ("attachment-name-unfit", "name")),
    ],
)
async def test_what_is_no_honest_pdf_is_refused_and_leaves_nothing(
    world: World, content: bytes | str, name: str, expected: tuple[str, str]
) -> None:
    before = await ledger_size(world.house)
    refused = await attached(world, "researcher", wish(world, content, name=name))
    assert (refused["code"], refused["field"]) == expected
    assert await ledger_size(world.house) == before


async def test_an_eleventh_is_one_too_many(world: World) -> None:
    sent = wish(world, a_pdf())
    for _ in range(10):
        assert (await attached(world, "researcher", sent))["__typename"] == "AccessRequestChanged"
    refused = await attached(world, "researcher", sent)
    assert (refused["code"], refused["field"]) == ("too-many-attachments", "file")


@pytest.mark.parametrize("person", ["maite", "access-officer", "auditor"])
async def test_nobodys_file_is_looked_into_who_may_not_attach_it(
    world: World, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "fault_of", None)
    refused = await attached(world, person, wish(world, a_pdf()))
    assert refused["code"] == "not-allowed"
    unknown = await attached(world, person, wish(world, a_pdf(), requestId="f" * 32))
    assert unknown == refused
