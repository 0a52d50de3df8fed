"""An act of consent in the terms of ISO/IEC TS 27560 and the Data Privacy Vocabulary (DPV 2). Pure.

What is the same in every record of the programme stands beside the record, in the words of the
edge: controllers and how to reach them, storage, retention, jurisdiction, how to withdraw.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from governance.lives.consents import events as happened
from governance.lives.consents.events import ChoiceRecorded, StudyAnswered
from governance.lives.consents.words import Given, Says, SheetVersion
from governance.vocabulary.entries import Event
from governance.vocabulary.people import Capacity, Channel, Language, SubjectId
from governance.vocabulary.purposes import DataCategory, Purpose, Reach, RecipientKind

SCHEMA = "ISO/IEC TS 27560:2023"
EXPLICIT = "dpv:ExplicitlyExpressedConsent"
OPT_OUT_RIGHT = "eu-ehds:A71"
PURPOSES: dict[Purpose, str] = {
    Purpose.PUBLIC_HEALTH: "eu-ehds:PublicInterestRelatedToHealth",
    Purpose.POLICY_AND_PLANNING: "eu-ehds:PublicPolicyMaking",
    Purpose.OFFICIAL_STATISTICS: "eu-ehds:ProvideHealthcareOfficialStatistics",
    Purpose.CARE_IMPROVEMENT: "eu-ehds:ImproveHealthcare",
    Purpose.SCIENTIFIC_RESEARCH: "eu-ehds:HealthcareScientificResearch",
    Purpose.EDUCATION: "eu-ehds:ImproveHealthcareEducation",
    Purpose.PRODUCT_INNOVATION: "eu-ehds:DevelopPublicHealthProductsAndServices",
    Purpose.ALGORITHM_TRAINING: "eu-ehds:TrainTestAndEvaluateHealthAlgorithms",
}
"""Every purpose that can be asked; care is not."""
DATA: dict[DataCategory, tuple[str, ...]] = {
    DataCategory.GENOMIC: ("eu-ehds:GenomicData",),
    DataCategory.OTHER_OMICS: (
        "eu-ehds:EpigenomicData",
        "eu-ehds:LipidomicData",
        "eu-ehds:MetabolomicData",
        "eu-ehds:ProteomicData",
        "eu-ehds:TranscriptomicData",
    ),
    DataCategory.CLINICAL: ("eu-ehds:EHRData",),
    DataCategory.IMAGING: ("eu-ehds:MedicalImaging",),
    DataCategory.EPIDEMIOLOGICAL: (
        "eu-ehds:DiseaseRegistryData",
        "eu-ehds:SocioeconomicHealthDeterminant",
    ),
}
RECIPIENTS: dict[RecipientKind, str] = {
    RecipientKind.PUBLIC_HEALTH_SERVICE: "dpv:HealthcareOrganisation",
    RecipientKind.PUBLIC_RESEARCH: "dpv:AcademicScientificOrganisation",
    RecipientKind.NON_PROFIT: "dpv:NonProfitOrganisation",
    RecipientKind.COMMERCIAL: "dpv:ForProfitOrganisation",
}
STATES: dict[Says, str] = {
    Says.ALLOW: "dpv:ConsentGiven",
    Says.REFUSE: "dpv:ConsentRefused",
    Says.WITHDRAW: "dpv:ConsentWithdrawn",
}
OF_EVENTS: dict[type[Event], str] = {
    happened.EverythingWithdrawn: "dpv:ConsentWithdrawn",
    happened.MinorRefused: "dpv:ConsentRefused",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """One act. Names are those of the standard, with underscores."""

    schema_version: str
    record_id: str
    """The hash of its entry in the ledger, in hexadecimal."""
    pii_principal_id: SubjectId
    privacy_notice: SheetVersion | None
    privacy_notice_digest: str | None
    """Salted SHA-256 of the text that was read, as the ledger keeps it."""
    language: Language | None
    purposes: tuple[str, ...]
    pii_information: tuple[str, ...]
    recipient_third_parties: tuple[str, ...]
    service: str | None
    """The study, where the act is about one."""
    geographic_restrictions: Reach | None
    privacy_rights: str | None
    """The right that was exercised, where the act is no consent: opting out."""
    collection_method: Channel
    event_time: datetime
    """From when it counts; the ledger says when it was recorded."""
    validity_duration: date | None
    """Its last day; None until it is withdrawn."""
    entity_id: SubjectId
    entity_capacity: Capacity
    event_type: str | None
    event_state: str | None


def consent_record(
    event: Event, *, record_id: str, citizen: SubjectId, notice_digest: str | None
) -> ConsentRecord:
    """The record of one event of consents. Raises TypeError for an event of another life."""
    given = getattr(event, "given", None)
    if not isinstance(given, Given):
        raise TypeError(f"{event.CODE} is no act of consent")
    answer = event if isinstance(event, ChoiceRecorded | StudyAnswered) else None
    cells = event.cells if isinstance(event, ChoiceRecorded) else frozenset()
    state = STATES[answer.says] if answer else OF_EVENTS.get(type(event))
    opting = isinstance(event, happened.OptedOut | happened.OptOutLifted)
    return ConsentRecord(
        schema_version=SCHEMA,
        record_id=record_id,
        pii_principal_id=citizen,
        privacy_notice=answer.sheet if answer else None,
        privacy_notice_digest=notice_digest,
        language=answer.language if answer else None,
        purposes=tuple(sorted({PURPOSES[cell.purpose] for cell in cells})),
        pii_information=tuple(sorted({term for cell in cells for term in DATA[cell.category]})),
        recipient_third_parties=tuple(sorted({RECIPIENTS[cell.recipient] for cell in cells})),
        service=event.study if isinstance(event, StudyAnswered) else None,
        geographic_restrictions=event.reach if isinstance(event, happened.ReachSet) else None,
        privacy_rights=OPT_OUT_RIGHT if opting else None,
        collection_method=given.channel,
        event_time=given.effective_at,
        validity_duration=answer.valid_until if answer else None,
        entity_id=given.giver,
        entity_capacity=given.capacity,
        event_type=EXPLICIT if state else None,
        event_state=state,
    )
