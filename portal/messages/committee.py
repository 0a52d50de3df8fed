"""The ethics committee: votes, outcomes, interests, expertise, and what its composition lacks.

Source: Ley 14/2007 12; Ley 40/2015 23.2; RD 1090/2015 15.1; LOPDGDD DA 17.2.h.
"""

from __future__ import annotations

from governance.lives.ethics.committee import Expertise
from governance.lives.ethics.reviews.words import EthicsOutcome, InterestGround, Vote
from portal.languages import N_

VOTES: dict[Vote, str] = {
    Vote.FAVOURABLE: N_("Favourable"),
    Vote.WITH_CONDITIONS: N_("Favourable with conditions"),
    Vote.PROVISIONAL: N_("Provisional: clarification is needed"),
    Vote.UNFAVOURABLE: N_("Unfavourable"),
    Vote.ABSTAIN: N_("Abstention"),
}

OUTCOMES: dict[EthicsOutcome, str] = {
    EthicsOutcome.FAVOURABLE: N_("Favourable"),
    EthicsOutcome.WITH_CONDITIONS: N_("Favourable with conditions"),
    EthicsOutcome.PROVISIONAL: N_("Provisional: clarification is needed"),
    EthicsOutcome.UNFAVOURABLE: N_("Unfavourable"),
}

INTEREST_GROUNDS: dict[InterestGround, str] = {
    InterestGround.PERSONAL: N_("A personal interest in the matter"),
    InterestGround.KINSHIP: N_("Kinship or marriage with somebody concerned"),
    InterestGround.FRIENDSHIP: N_("Close friendship or open enmity with somebody concerned"),
    InterestGround.EXPERT: N_("Having been an expert or a witness in the matter"),
    InterestGround.SERVICE: N_("Working for somebody concerned"),
}

EXPERTISE: dict[Expertise, str] = {
    Expertise.PHYSICIAN: N_("Physician"),
    Expertise.CLINICAL_PHARMACOLOGIST: N_("Clinical pharmacologist"),
    Expertise.HOSPITAL_PHARMACIST: N_("Hospital pharmacist"),
    Expertise.PRIMARY_CARE_PHARMACIST: N_("Primary care pharmacist"),
    Expertise.NURSE: N_("Nurse"),
    Expertise.LAY: N_("Lay member who speaks for patients"),
    Expertise.LAWYER: N_("Law graduate"),
    Expertise.NON_HEALTH: N_("From outside the health professions"),
    Expertise.BIOETHICS: N_("Trained in bioethics"),
    Expertise.DATA_PROTECTION: N_("Expert in data protection"),
}

GAPS: dict[str, str] = {
    "two-from-outside-health": N_("Two members from outside the health professions"),
    "ten-members": N_("At least ten members"),
}
"""Beyond expertise and seats: what a composition can lack (``State.gaps``)."""
