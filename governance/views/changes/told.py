"""Which field of which view an event changes: whoever is shown the field is told of the change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from governance.lives import (
    access_requests,
    citizens,
    consents,
    datasets,
    information_sheets,
    permits,
    releases,
)
from governance.lives.ethics import committee, meetings, reviews
from governance.lives.programme import attempts, keys, partners, staff, switches, webhooks
from governance.policy.visibility_facts import View
from governance.vocabulary.acts import Act


@dataclass(frozen=True, slots=True)
class Telling:
    """The act by which the thing is read, and the field that changes."""

    act: Act
    view: View
    field: str


def _of(life: Any, act: Act, view: View, **fields: str) -> dict[str, Telling]:
    """Of a life: each event class by its name, and the field that it changes."""
    named = {event.__name__: event.CODE for event in life.EVENTS}
    return {named[name]: Telling(act, view, field) for name, field in fields.items()}


NOT_TOLD = frozenset({"sheet.drafted.v1", "programme.account-linked.v1"})
"""What no view holds: whoever reads the whole ledger finds it there."""

TOLD: Mapping[str, Telling] = {
    **_of(
        citizens,
        Act.READ_CITIZEN_RECORD,
        View.CITIZEN,
        CitizenRegistered="identifiers",
        DetailsCorrected="identifiers",
        DetailsErased="identifiers",
        CitizenMerged="identifiers",
        DuplicateJoined="identifiers",
        DeathRecorded="death_date",
        KinshipDeclared="kinship",
        KinshipEnded="kinship",
        RepresentativeAppointed="representatives",
        RepresentationEnded="representatives",
        ProtectionRecorded="protection",
        ProtectionLifted="protection",
        MajorityNoted="birth_date",
    ),
    **_of(
        consents,
        Act.READ_CITIZEN_RECORD,
        View.CONSENTS,
        ChoiceRecorded="cells",
        EverythingWithdrawn="cells",
        ExpiryNoted="cells",
        StudyAnswered="study_answers",
        ReachSet="reach",
        OptedOut="opt_out",
        OptOutLifted="opt_out",
        MinorRefused="minor_refusal",
        MinorRefusalLifted="minor_refusal",
    ),
    **_of(
        information_sheets,
        Act.READ_REGISTER,
        View.SHEET,
        SheetPublished="published_at",
        SheetRetired="retired_at",
    ),
    **_of(
        datasets,
        Act.READ_DATASETS,
        View.DATASET,
        DatasetRegistered="title",
        DatasetDescribed="variables",
        DatasetVersionAdded="versions",
        DatasetRetired="retired",
    ),
    **_of(
        access_requests,
        Act.READ_REQUEST,
        View.REQUEST,
        RequestDrafted="texts",
        RequestEdited="texts",
        DocumentAttached="attachments",
        AttachmentRemoved="attachments",
        RequestSubmitted="status",
        RequestReturned="returned_items",
        RequestComplete="status",
        DeadlineExtended="extended",
        RequestAssessed="assessors",
        RequestSentToEthics="status",
        RequestDecided="decision",
        StatisticsOffered="offer",
        OfferAnswered="offer",
        RequestWithdrawn="status",
        RequestClosed="status",
    ),
    **_of(
        reviews,
        Act.READ_REQUEST,
        View.REVIEW,
        ReviewAssigned="status",
        InterestDeclared="interested",
        BallotOpened="meeting",
        VoteCast="voted_count",
        BallotClosed="meeting",
        DecisionDelivered="outcome",
        EvidenceSubmitted="evidence",
        EvidenceAccepted="evidence",
        ProtocolModified="protocol",
        DecisionSuspended="suspended",
    ),
    **_of(
        meetings,
        Act.READ_REQUEST,
        View.MEETING,
        MeetingConvened="day",
        AttendanceRecorded="attendance",
        MinutesApproved="minutes",
    ),
    **_of(
        committee,
        Act.READ_REGISTER,
        View.STAFF,
        MemberAppointed="committee_members",
        MembershipEnded="committee_members",
    ),
    **_of(
        permits,
        Act.READ_PERMIT,
        View.PERMIT,
        PermitIssued="status",
        PermitAmended="status",
        PermitSuspended="status",
        PermitResumed="status",
        PermitRevoked="status",
        PermitExtended="ends",
        PermitExpired="status",
        UndertakingSigned="undertakings",
        ProhibitedUseFlagged="flags",
        DeletionRecorded="deletion",
    ),
    **_of(
        releases,
        Act.READ_RELEASE,
        View.RELEASE,
        ReleasePrepared="recipe",
        ReleaseSigned="signers",
        ReleaseCancelled="status",
        ReleaseFrozen="instant",
        ReleaseDelivered="delivered_on",
        ReleaseWithheld="status",
        ReleaseRecalled="status",
        RemovalNotified="removal_notices",
        RemovalConfirmed="removal_notices",
    ),
    **_of(staff, Act.READ_STAFF, View.STAFF, StaffAppointed="roles", StaffEnded="roles"),
    **_of(
        partners,
        Act.READ_STAFF,
        View.STAFF,
        PartnerRegistered="partners",
        PartnerClientLinked="partners",
        PartnerScopesChanged="partners",
        PartnerEnded="partners",
    ),
    **_of(
        webhooks,
        Act.READ_WEBHOOKS,
        View.WEBHOOK,
        WebhookRegistered="url",
        WebhookChanged="url",
        WebhookReplayed="since",
        WebhookDisabled="status",
        WebhookEnded="status",
    ),
    **_of(attempts, Act.READ_STAFF, View.STAFF, AttemptRefused="refused_attempts"),
    **_of(
        switches,
        Act.READ_PROGRAMME,
        View.PROGRAMME,
        SwitchSet="switches",
        ReleasesStopped="stopped",
        StopLifted="stopped",
    ),
    **_of(keys, Act.READ_PROGRAMME, View.PROGRAMME, KeyRecorded="keys", KeyDestroyed="keys"),
}
"""By the code of an event. What stands neither here nor in ``NOT_TOLD`` is told to nobody."""
