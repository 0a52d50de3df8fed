"""The study of the story: its request, the committee's decision, its permit and its recipes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from governance.lives.access_requests.commands import (
    ConfirmComplete,
    DecideRequest,
    DraftRequest,
    RecordAssessment,
    SendToEthics,
    SubmitRequest,
)
from governance.lives.access_requests.words import Application, Criterion, RequestKind
from governance.lives.ethics.meetings import ApproveMinutes, ConveneMeeting, RecordAttendance
from governance.lives.ethics.reviews.commands import (
    AcceptEvidence,
    AssignReview,
    CastVote,
    CloseBallot,
    DeliverDecision,
    OpenBallot,
    SubmitEvidence,
)
from governance.lives.ethics.reviews.words import Condition, Vote
from governance.lives.permits.commands import IssuePermit, SignUndertaking
from governance.lives.permits.events import PermitIssued
from governance.lives.permits.words import (
    Environment,
    PermitContent,
    PermitKind,
    PermittedVariable,
)
from governance.service.house import new_id
from governance.vocabulary.erasable import text
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import Cell, EhdsCategory, Purpose, Reach, RecipientKind
from portal.demo.cast import Cast, principal

STUDY = "cardiometabolic-risk"
CELLS = frozenset(
    Cell.parse(f"scientific-research:{category}:public-research")
    for category in ("genomic", "clinical", "epidemiological")
)
ENVIRONMENT = "navarre-secure-environment"
GENOTYPES = "genotypes"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the study asks for: a table's columns and everything in the variants."""

    table_id: str
    variants_id: str
    columns: tuple[str, ...]

    @property
    def variables(self) -> frozenset[tuple[str, str]]:
        """(dataset, variable) pairs."""
        table = {(self.table_id, column) for column in self.columns}
        return frozenset(table | {(self.variants_id, GENOTYPES)})


def _application(researcher: SubjectId, wanted: Wanted, today: date) -> Application:
    return Application(
        kind=RequestKind.DATASET,
        study=STUDY,
        principal_investigator=researcher,
        named_persons=frozenset({researcher}),
        purposes=frozenset({Purpose.SCIENTIFIC_RESEARCH}),
        cells=CELLS,
        datasets=frozenset({wanted.table_id, wanted.variants_id}),
        columns=wanted.variables,
        recipient=RecipientKind.PUBLIC_RESEARCH,
        recipient_place=Reach.EEA,
        applicant_is_public=True,
        pseudonymised=True,
        environment_id=ENVIRONMENT,
        tools=("R", "Python"),
        starts=today,
        ends=today + timedelta(days=3 * 365),
    )


async def ask(cast: Cast, wanted: Wanted, today: date) -> str:
    """The researcher asks, the access body finds the request complete and assesses it."""
    researcher, officer = cast.by("researcher"), cast.by("access-officer")
    request_id = new_id()
    application = _application(researcher.subject, wanted, today)
    draft = DraftRequest(
        request_id=request_id,
        application=application,
        benefit=text("Earlier prevention of heart disease."),
        pseudonymisation=text("Genotypes and measures of the same person must be joined."),
        brought_in=text("None."),
        safeguards=text("Work in the secure environment only."),
        ethics_information=text("Protocol 1, to be reviewed by the committee."),
        override_justification=text(""),
    )
    await cast.do(draft, researcher)
    await cast.do(SubmitRequest(request_id=request_id), researcher)
    await cast.do(ConfirmComplete(request_id=request_id), officer)
    assessed = RecordAssessment(
        request_id=request_id, met=frozenset(Criterion), notes=text("All criteria are met.")
    )
    await cast.do(assessed, officer)
    await cast.do(SendToEthics(request_id=request_id), officer)
    return request_id


async def review(cast: Cast, request_id: str, today: date) -> tuple[int, str]:
    """The committee meets and votes blindly; its condition is met. Votes cast, and the outcome."""
    chair, secretary, *others = (principal(who) for who in cast.members)
    meeting_id = new_id()
    assigned = AssignReview(request_id=request_id, rapporteur=others[0].subject)
    await cast.do(assigned, secretary)
    agenda = frozenset({request_id})
    await cast.do(ConveneMeeting(meeting_id=meeting_id, day=today, agenda=agenda), secretary)
    present = frozenset(cast.members[:9])
    await cast.do(RecordAttendance(meeting_id=meeting_id, present=present), secretary)
    await cast.do(OpenBallot(request_id=request_id, meeting_id=meeting_id), chair)
    voters = [member for member in (chair, *others) if member.subject in present]
    for number, voter in enumerate(voters):
        vote = Vote.WITH_CONDITIONS if number % 3 else Vote.FAVOURABLE
        await cast.do(CastVote(request_id=request_id, vote=vote), voter)
    await cast.do(CloseBallot(request_id=request_id), chair)
    researcher = cast.by("researcher")
    condition = Condition(1, researcher.subject, today + timedelta(days=30))
    decision = DeliverDecision(
        request_id=request_id,
        conditions=(condition,),
        reasons=text("Show the agreement with the secure environment before data are used."),
    )
    await cast.do(decision, secretary)
    minutes = ApproveMinutes(meeting_id=meeting_id, minutes=text("Who was there; what was said."))
    await cast.do(minutes, chair)
    evidence = SubmitEvidence(
        request_id=request_id, condition=1, evidence=text("The signed agreement.")
    )
    await cast.do(evidence, researcher)
    await cast.do(AcceptEvidence(request_id=request_id, condition=1), chair)
    return len(voters), "favourable with conditions"


def _content(request_id: str, researcher: SubjectId, wanted: Wanted, today: date) -> PermitContent:
    return PermitContent(
        request_id=request_id,
        protocol_version=1,
        kind=PermitKind.DATASET,
        study=STUDY,
        applicant=researcher,
        principal_investigator=researcher,
        named_persons=frozenset({researcher}),
        purposes=frozenset({Purpose.SCIENTIFIC_RESEARCH}),
        cells=CELLS,
        datasets=frozenset({wanted.table_id, wanted.variants_id}),
        variables=frozenset(PermittedVariable(d, name) for d, name in wanted.variables),
        ehds_categories=frozenset({EhdsCategory.A, EhdsCategory.F}),
        recipient=RecipientKind.PUBLIC_RESEARCH,
        recipient_place=Reach.EEA,
        applicant_is_public=True,
        pseudonymised=True,
        pseudonymisation_justified=True,
        environment=Environment(id=ENVIRONMENT, place=Reach.SPAIN, adequate=True),
        starts=today,
        ends=today + timedelta(days=3 * 365),
        tools=("R", "Python"),
        fee_estimate_cents=120_000,
    )


async def permit(cast: Cast, request_id: str, wanted: Wanted, today: date) -> tuple[str, str]:
    """The access body grants the request and issues the permit; the named person undertakes.

    The permit, and the regime under which it is judged from now on.
    """
    researcher, officer = cast.by("researcher"), cast.by("access-officer")
    granted = DecideRequest(request_id=request_id, granted=True, reason=text("Criteria met."))
    await cast.do(granted, officer)
    permit_id = new_id()
    content = _content(request_id, researcher.subject, wanted, today)
    issued = IssuePermit(
        permit_id=permit_id, content=content, purpose_in_detail=text("Risk scores for prevention.")
    )
    done = await cast.do(issued, officer)
    undertaking = SignUndertaking(permit_id=permit_id, person=researcher.subject)
    await cast.do(undertaking, researcher)
    (event,) = [entry.event for entry in done.recorded]
    assert isinstance(event, PermitIssued)
    return permit_id, event.regime
