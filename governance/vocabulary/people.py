"""Who acts, in which role, in which capacity, through which channel."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

SubjectId = NewType("SubjectId", str)
"""A person in the ledger: 32 hexadecimal characters of randomness, never derived from anything."""

SubjectIds = frozenset[SubjectId]


class Role(StrEnum):
    """In what quality somebody acts. One person may have several; rules look at each."""

    CITIZEN = "citizen"
    RESEARCHER = "researcher"
    MEMBER = "ethics-member"
    CHAIR = "ethics-chair"
    SECRETARY = "ethics-secretary"
    OFFICER = "access-body-officer"
    HOLDER = "data-holder"
    PREPARER = "data-preparer"
    RELEASE_OFFICER = "release-officer"
    DESK = "citizen-desk"
    AUDITOR = "auditor"
    DPO = "data-protection-officer"
    STEWARD = "programme-steward"
    PARTNER = "partner-system"
    CLOCK = "clock"
    ENGINE = "release-engine"
    PUBLIC = "public"


class Channel(StrEnum):
    """How an act reached us."""

    ONLINE = "online"
    DESK = "desk"
    PAPER = "paper"
    API = "api"
    OPERATOR = "operator"
    IMPORT = "import"
    SYSTEM = "system"


class Capacity(StrEnum):
    """In which capacity a choice was made; never an age."""

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"
    SUPPORT = "judicial-support"
    MINOR_ASSENT = "minor-assent"


class Language(StrEnum):
    """Both official languages of Navarre, and English."""

    SPANISH = "es"
    BASQUE = "eu"
    ENGLISH = "en"


class Sex(StrEnum):
    """As the civil register has it; an identity detail, erasable."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
