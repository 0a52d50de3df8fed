"""What each does in the story, as her program does it: through the API, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.client.generated.enums import (
    Criterion,
    EhdsCategory,
    Language,
    PermitKind,
    Reach,
    Says,
    Vote,
)
from graph.client.generated.input_types import (
    ApplicationInput,
    ApproveMinutesInput,
    AssignReviewInput,
    CastVoteInput,
    CloseBallotInput,
    ConfirmCompleteInput,
    ConveneMeetingInput,
    DecideRequestInput,
    DeliverDecisionInput,
    EnvironmentInput,
    GivenInput,
    IssuePermitInput,
    OpenBallotInput,
    PermitContentInput,
    PermittedVariableInput,
    RecordAssessmentInput,
    RecordAttendanceInput,
    RecordChoiceInput,
    SendToEthicsInput,
    SheetVersionInput,
    SignUndertakingInput,
    WithdrawEverythingInput,
)
from tests.graph.story.people import COMMITTEE, ME, People, done, refused
from tests.graph.story.requesting import CELLS, ENVIRONMENT

SECRETARY, VOTERS = "member-1", [f"member-{n}" for n in (0, 2, 3, 4, 5, 6, 7, 8)]


async def choose(people: People, who: str, says: Says) -> str:
    """A citizen decides about the cells of the study, having read the sheet; her id."""
    me = (await people.ask(who, ME))["viewer"]["citizen"]
    sheet = next(cell["sheet"] for cell in me["consents"]["cells"] if cell["sheet"])
    choice = RecordChoiceInput(
        citizen=me["id"],
        given=GivenInput(),
        cells=CELLS,
        says=says,
        sheet=SheetVersionInput.model_validate(sheet),
        language=Language.SPANISH,
        idempotency_key=f"choice of {who}",
    )
    api = await people.of(who)
    first, again = done(await api.record_choice(choice)), done(await api.record_choice(choice))
    assert (first.repeated, again.repeated) == (False, True)
    assert first.position == again.position
    return str(me["id"])


async def withdraw(people: People, who: str, citizen: str) -> int:
    """She withdraws everything, without confirming who she is; the position of her entry."""
    api = await people.of(who, confirmed=False)
    sent = WithdrawEverythingInput(citizen=citizen, given=GivenInput())
    return int(done(await api.withdraw_everything(sent)).position)


async def assess(people: People, key: str) -> None:
    """The access body finds it complete, assesses it, and sends it to the committee."""
    api = await people.of("access-officer")
    done(await api.confirm_complete(ConfirmCompleteInput(request_id=key)))
    met = RecordAssessmentInput(request_id=key, met=list(Criterion), notes="All are met.")
    done(await api.record_assessment(met))
    done(await api.send_to_ethics(SendToEthicsInput(request_id=key)))


async def review(people: People, key: str, today: date) -> str:
    """The committee meets, votes blindly, and decides; the outcome."""
    known = (await people.ask(SECRETARY, COMMITTEE))["committee"]["committeeMembers"]
    present = [one["person"]["id"] for one in known]
    rapporteur = next(o["person"]["id"] for o in known if o["person"]["name"] == "Ainhoa Beltrán")
    chair, secretary = await people.of("member-0"), await people.of(SECRETARY)
    assigned = AssignReviewInput(request_id=key, rapporteur=rapporteur)
    done(await secretary.assign_review(assigned))
    meeting = done(await secretary.convene_meeting(ConveneMeetingInput(day=today, agenda=[key])))
    meeting_id = meeting.changed.key
    there = RecordAttendanceInput(meeting_id=meeting_id, present=present)
    done(await secretary.record_attendance(there))
    done(await chair.open_ballot(OpenBallotInput(request_id=key, meeting_id=meeting_id)))
    await _vote(people, key)
    done(await chair.close_ballot(CloseBallotInput(request_id=key)))
    decision = DeliverDecisionInput(request_id=key, conditions=[], reasons="The study is sound.")
    delivered = done(await secretary.deliver_decision(decision))
    done(await chair.approve_minutes(ApproveMinutesInput(meeting_id=meeting_id, minutes="Read.")))
    return str(delivered.changed.outcome.value)


async def _vote(people: People, key: str) -> None:
    """Nobody without having confirmed who she is; and nobody sees how others vote."""
    sent = CastVoteInput(request_id=key, vote=Vote.FAVOURABLE)
    hasty = await people.of(VOTERS[1], confirmed=False)
    assert refused(await hasty.cast_vote(sent)).code == "identity-not-confirmed"
    for who in VOTERS:
        done(await (await people.of(who)).cast_vote(sent))
    blind = "query ($id: ID!) { ethicsReview(id: $id) { votes { vote } tally { __typename } } }"
    seen = (await people.ask(VOTERS[1], blind, id=key))["ethicsReview"]
    assert seen == {"votes": None, "tally": None}


async def permit(people: People, key: str, asked: ApplicationInput) -> tuple[str, str]:
    """The access body grants it and issues the permit; both researchers sign the undertaking.

    Its id, and its key.
    """
    api = await people.of("access-officer")
    granted = DecideRequestInput(request_id=key, granted=True, reason="All criteria are met.")
    done(await api.decide_request(granted))
    team = "query ($id: ID!) { accessRequest(id: $id) { applicant { id } namedPersons { id } } }"
    seen = (await people.ask("access-officer", team, id=key))["accessRequest"]
    content = _content(key, asked, seen["applicant"]["id"], seen["namedPersons"])
    issue = IssuePermitInput(content=content, purpose_in_detail="Fewer strokes.")
    issued = done(await api.issue_permit(issue)).changed
    assert issued.status == "IN_FORCE"
    for who, person in zip(("researcher", "co-researcher"), asked.named_persons, strict=True):
        await _undertake(people, who, issued.key, person)
    return str(issued.id), str(issued.key)


def _content(
    key: str, asked: ApplicationInput, applicant: str, team: list[dict[str, Any]]
) -> PermitContentInput:
    """What was asked for; the officer has names of her own for the people in it."""
    return PermitContentInput(
        request_id=key,
        protocol_version=1,
        kind=PermitKind.DATASET,
        study=asked.study,
        applicant=applicant,
        principal_investigator=applicant,
        named_persons=[one["id"] for one in team],
        purposes=asked.purposes,
        cells=asked.cells,
        datasets=asked.datasets,
        variables=[
            PermittedVariableInput(dataset_id=one.dataset, name=one.name) for one in asked.columns
        ],
        ehds_categories=[EhdsCategory.A],
        recipient=asked.recipient,
        recipient_place=asked.recipient_place,
        applicant_is_public=True,
        pseudonymised=True,
        pseudonymisation_justified=True,
        environment=EnvironmentInput(id=ENVIRONMENT, place=Reach.SPAIN, adequate=True),
        starts=asked.starts,
        ends=asked.ends,
        tools=asked.tools,
        fee_estimate_cents=120_000,
    )


async def _undertake(people: People, who: str, key: str, person: str) -> None:
    """She signs for herself, as she is called to herself."""
    mine = "query ($id: ID!) { permit(id: $id) { namedPersons { id name } } }"
    named = (await people.ask(who, mine, id=key))["permit"]["namedPersons"]
    name = {"researcher": "Amaia Larralde", "co-researcher": "Diego Navas"}[who]
    me = next(one["id"] for one in named if one["name"] == name)
    api = await people.of(who)
    done(await api.sign_undertaking(SignUndertakingInput(permit_id=key, person=me)))
