"""What types of the schema are called: as the values that they show, where that is enough."""

from __future__ import annotations

from typing import Any

from graphql.pyutils import snake_to_camel

from governance.views import (
    access_log,
    catalogue,
    changes,
    committee,
    conditions,
    consents,
    decisions,
    foreseen,
    law,
    me,
    permit_shown,
    programme,
    registered,
    request_documents,
    request_shown,
    reviews,
    sheets,
    staff,
    timeline,
    uses,
)
from governance.views.ledger import checkpoints, entries
from governance.views.releases import preparable, shown

NAMES: dict[Any, str] = {
    access_log.ReadShown: "LoggedRead",
    catalogue.Version: "DatasetVersion",
    changes.Followed: "ChangeFeed",
    checkpoints.LedgerShown: "LedgerState",
    committee.Declaration: "CommitteeDeclaration",
    committee.MemberShown: "CommitteeMember",
    conditions.ConditionShown: "EthicsCondition",
    consents.OwnRefusal: "MinorsOwnRefusal",
    consents.SwitchStands: "SwitchState",
    entries.ProofShown: "InclusionProof",
    foreseen.Foreseen: "Consequences",
    law.Provision: "Provision",
    decisions.Counts: "PopulationCounts",
    decisions.Decision: "AccessDecision",
    decisions.PeopleDecided: "AccessDecisions",
    decisions.PopulationDecided: "PopulationDecision",
    decisions.Reason: "RefusingRule",
    me.Myself: "Viewer",
    permit_shown.Conditions: "PermitConditions",
    permit_shown.Deadlines: "PermitDeadlines",
    permit_shown.Deletion: "DataDeletion",
    permit_shown.Flag: "ProhibitedUseFlag",
    permit_shown.Reason: "PermitReason",
    preparable.PreparableShown: "PreparableRelease",
    preparable.SourceOffered: "DatasetOffered",
    preparable.VersionOffered: "DatasetVersionOffered",
    programme.KeyShown: "ProgrammeKey",
    programme.StopShown: "ReleaseStop",
    programme.SwitchShown: "LegalSwitch",
    registered.Duration: "PermitDuration",
    registered.EthicsDecision: "RegisteredEthicsDecision",
    registered.Measure: "RegisteredMeasure",
    request_documents.File: "AttachedFile",
    request_shown.Decision: "RequestDecision",
    request_shown.Note: "AssessmentNote",
    request_shown.Offer: "StatisticsOffer",
    request_shown.Period: "AccessPeriod",
    request_shown.Reasoned: "ReasonedAct",
    request_shown.Returned: "ReturnedForCompletion",
    request_shown.Texts: "RequestTexts",
    reviews.Evidence: "ConditionEvidence",
    reviews.Interest: "DeclaredInterest",
    reviews.Protocol: "StudyProtocol",
    reviews.VoteShown: "VoteCast",
    sheets.SheetShown: "InformationSheet",
    shown.ColumnOf: "ReleasedColumn",
    shown.DatasetOf: "ReleasedDataset",
    shown.NoticeShown: "RemovalNotice",
    shown.PreviewShown: "RecipePreview",
    shown.RecipeShown: "ReleaseRecipe",
    shown.Signature: "RecipeSignature",
    shown.Step: "ReleaseStep",
    staff.Attempt: "RefusedAttempt",
    staff.PartnerShown: "Partner",
    timeline.Step: "TimelineStep",
    uses.Removal: "RemovalFromUse",
    uses.Use: "DataUse",
}
"""Where a type is called otherwise than its value."""


def camel(name: str) -> str:
    """A field as the schema calls it."""
    return snake_to_camel(name, upper=False)


def name_of(value: type) -> str:
    """``PermitShown`` is shown as ``Permit``."""
    return NAMES.get(value) or value.__name__.removesuffix("Shown")
