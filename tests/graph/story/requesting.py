"""The request: drafted, a document attached, and handed in, as the researcher's program does it."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, timedelta

from graph.client import BaimenaClient
from graph.client.generated.enums import (
    DataCategory,
    Purpose,
    Reach,
    RecipientKind,
    RequestItem,
    RequestKind,
)
from graph.client.generated.input_types import (
    ApplicationInput,
    AttachDocumentInput,
    CellInput,
    DraftRequestInput,
    SubmitRequestInput,
    VariableNamedInput,
)
from tests.graph.story.people import DATA, TEAM, People, done, refused
from tests.pdfs import a_pdf, opens_with

STUDY, ENVIRONMENT = "sleep-and-the-heart", "navarre-secure-environment"
CELLS = [
    CellInput(
        purpose=Purpose.SCIENTIFIC_RESEARCH,
        category=category,
        recipient=RecipientKind.PUBLIC_RESEARCH,
    )
    for category in (DataCategory.CLINICAL, DataCategory.EPIDEMIOLOGICAL)
]


async def request(people: People, today: date) -> tuple[str, ApplicationInput]:
    """The researcher drafts a request and hands it in; its key, and what she asked for."""
    [team] = (await people.ask("researcher", TEAM))["viewer"]["accessRequests"]["nodes"]
    asked = application(team["namedPersons"], await _columns(people), today)
    api = await people.of("researcher")
    draft = DraftRequestInput(
        application=asked,
        benefit="Fewer strokes.",
        pseudonymisation="Measures of the same person must be joined.",
        brought_in="None.",
        safeguards="Work in the secure environment only.",
        ethics_information="Protocol 1.",
        override_justification="",
    )
    key = done(await api.draft_request(draft)).changed.key
    await _attach(api, key)
    handed_in = done(await api.submit_request(SubmitRequestInput(request_id=key)))
    assert handed_in.changed.status == "SUBMITTED"
    return str(key), asked


async def _attach(api: BaimenaClient, key: str) -> None:
    """What the ethics committee will want to read; a file that starts something is not taken."""
    wish = AttachDocumentInput(
        request_id=key,
        item=RequestItem.J_ETHICS,
        name="protocol.pdf",
        file=b64encode(a_pdf(opens_with("/Launch", "/F"))).decode(),
    )
    assert refused(await api.attach_document(wish)).code == "attachment-active"
    honest = {"file": b64encode(a_pdf()).decode(), "idempotency_key": "protocol"}
    once = wish.model_copy(update=honest)
    first, again = [done(await api.attach_document(once)) for _ in range(2)]
    assert (first.repeated, again.repeated) == (False, True)


async def _columns(people: People) -> list[VariableNamedInput]:
    found = (await people.ask("researcher", DATA))["datasets"]["nodes"]
    table = min(found, key=lambda one: len(one["variables"] or []) < 2)
    names = [one["name"] for one in table["variables"] if one["role"] == "PLAIN"][:3]
    return [VariableNamedInput(dataset=table["key"], name=name) for name in names]


def application(
    team: list[dict[str, str]], columns: list[VariableNamedInput], today: date
) -> ApplicationInput:
    """Three columns of one table, for two researchers, for a year."""
    lead = next(one["id"] for one in team if one["name"] == "Amaia Larralde")
    return ApplicationInput(
        kind=RequestKind.DATASET,
        study=STUDY,
        principal_investigator=lead,
        named_persons=[one["id"] for one in team],
        purposes=[Purpose.SCIENTIFIC_RESEARCH],
        cells=CELLS,
        datasets=[columns[0].dataset],
        columns=columns,
        recipient=RecipientKind.PUBLIC_RESEARCH,
        recipient_place=Reach.EEA,
        applicant_is_public=True,
        pseudonymised=True,
        environment_id=ENVIRONMENT,
        tools=["R"],
        starts=today,
        ends=today + timedelta(days=365),
    )
