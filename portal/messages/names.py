"""One code, one name: what every word of the domain is called, and what some of them mean."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from governance.lives.access_requests.words import Criterion, Item, RequestKind, RequestStatus
from governance.lives.citizens.words import KinshipKind
from governance.lives.consents.words import Says
from governance.lives.datasets.words import Media, VariableRole
from governance.lives.ethics.committee import Expertise
from governance.lives.ethics.reviews.words import (
    EthicsOutcome,
    InterestGround,
    ReviewStatus,
    Vote,
)
from governance.lives.information_sheets.words import InformationItem
from governance.lives.permits.words import PermitKind, PermitStatus
from governance.lives.programme.keys import KeyKind
from governance.lives.programme.partners import PartnerScope
from governance.lives.programme.webhooks.words import WebhookStatus
from governance.lives.releases.words import ReleaseStatus
from governance.views.conditions import ConditionStatus
from governance.views.foreseen import ChangeOfPermit, ChangeOfRelease
from governance.views.meetings import MeetingStatus
from governance.views.noticed import NoticeCode
from governance.views.request_lists import Due
from governance.views.review_lists import Pile
from governance.views.review_rows import ReviewStage
from governance.views.tasks.task import TaskCode
from governance.views.uses import RemovalStatus
from governance.vocabulary.acts import Act
from governance.vocabulary.answers import AgeBand, CellAnswer, Relatives
from governance.vocabulary.looking_up import LookUpReason
from governance.vocabulary.people import Capacity, Channel, Language, Role, Sex
from governance.vocabulary.purposes import (
    DataCategory,
    EhdsCategory,
    ProhibitedUse,
    Purpose,
    PurposeFamily,
    Reach,
    RecipientKind,
)
from governance.vocabulary.regimes import Regime, Scope
from governance.vocabulary.register import Decision
from governance.vocabulary.relations import Relation
from governance.vocabulary.switches import GenomicsRegime, QuorumRule, Switch
from portal.languages import Tongue
from portal.messages import (
    acts,
    committee,
    consequences,
    data,
    items,
    looking_up,
    notices,
    people,
    programme,
    progress,
    purposes,
    recipients,
    relations,
    states,
    tasks,
    uses,
)

NAMES: dict[type[StrEnum], Mapping[Any, str]] = {
    Act: acts.ACTS,
    AgeBand: people.AGE_BANDS,
    Capacity: people.CAPACITIES,
    CellAnswer: states.ANSWERS,
    ChangeOfPermit: consequences.CHANGES_OF_PERMITS,
    ChangeOfRelease: consequences.CHANGES_OF_RELEASES,
    Channel: people.CHANNELS,
    ConditionStatus: progress.CONDITION_STATUSES,
    Criterion: items.CRITERIA,
    DataCategory: data.CATEGORIES,
    Decision: states.DECISIONS,
    Due: consequences.DUES,
    EhdsCategory: data.EHDS_CATEGORIES,
    EthicsOutcome: committee.OUTCOMES,
    Expertise: committee.EXPERTISE,
    GenomicsRegime: programme.GENOMICS_REGIMES,
    InformationItem: items.INFORMATION_ITEMS,
    InterestGround: committee.INTEREST_GROUNDS,
    Item: items.REQUEST_ITEMS,
    KeyKind: programme.KEY_KINDS,
    KinshipKind: people.KINSHIPS,
    Language: people.LANGUAGES,
    LookUpReason: looking_up.REASONS,
    Media: data.MEDIA,
    MeetingStatus: progress.MEETING_STATUSES,
    NoticeCode: notices.TITLES,
    PartnerScope: programme.PARTNER_SCOPES,
    PermitKind: states.PERMIT_KINDS,
    PermitStatus: states.PERMIT_STATUSES,
    Pile: progress.PILES,
    ProhibitedUse: uses.PROHIBITED_USES,
    Purpose: purposes.PURPOSES,
    PurposeFamily: purposes.FAMILIES,
    QuorumRule: programme.QUORUM_RULES,
    Reach: recipients.REACHES,
    RecipientKind: recipients.RECIPIENTS,
    Regime: programme.REGIMES,
    Relation: relations.RELATIONS,
    Relatives: people.RELATIVES,
    ReleaseStatus: states.RELEASE_STATUSES,
    RemovalStatus: consequences.REMOVALS,
    RequestKind: states.REQUEST_KINDS,
    RequestStatus: states.REQUEST_STATUSES,
    ReviewStage: progress.STAGES,
    ReviewStatus: states.REVIEW_STATUSES,
    Role: people.ROLES,
    Says: states.SAYINGS,
    Scope: programme.SCOPES,
    Sex: people.SEXES,
    Switch: programme.SWITCHES,
    TaskCode: tasks.TASKS,
    VariableRole: data.VARIABLE_ROLES,
    Vote: committee.VOTES,
    WebhookStatus: programme.WEBHOOK_STATUSES,
}

EXPLANATIONS: dict[type[StrEnum], Mapping[Any, str]] = {
    CellAnswer: states.ANSWERS_EXPLAINED,
    DataCategory: data.CATEGORIES_EXPLAINED,
    NoticeCode: notices.MEANINGS,
    Purpose: purposes.PURPOSES_EXPLAINED,
    PurposeFamily: purposes.FAMILIES_EXPLAINED,
    Reach: recipients.REACHES_EXPLAINED,
    RecipientKind: recipients.RECIPIENTS_EXPLAINED,
}


def name(tongue: Tongue, code: StrEnum) -> str:
    """What this code is called, as a label: ``Purpose.EDUCATION`` is "Education".

    Every code of ``governance.vocabulary``, of the lives and of the views has a name; an act's
    begins with a small letter, for it is said within a sentence.
    """
    return tongue.gettext(NAMES[type(code)][code])


def name_within(tongue: Tongue, code: StrEnum) -> str:
    """The same within a sentence or in brackets: it begins small."""
    said = name(tongue, code)
    return said[:1].lower() + said[1:]


def explanation(tongue: Tongue, code: StrEnum) -> str:
    """What this code means, in one or two sentences for a citizen; empty where a name is enough."""
    explained = EXPLANATIONS.get(type(code), {})
    return tongue.gettext(explained[code]) if code in explained else ""
