"""Who acts: roles, capacities, channels, and what somebody is to somebody else."""

from __future__ import annotations

from governance.lives.citizens.words import KinshipKind
from governance.vocabulary.answers import AgeBand, Relatives
from governance.vocabulary.people import Capacity, Channel, Language, Role, Sex
from portal.languages import N_

ROLES: dict[Role, str] = {
    Role.CITIZEN: N_("Citizen"),
    Role.RESEARCHER: N_("Researcher"),
    Role.MEMBER: N_("Member of the ethics committee"),
    Role.CHAIR: N_("Chair of the ethics committee"),
    Role.SECRETARY: N_("Secretary of the ethics committee"),
    Role.OFFICER: N_("Officer of the access body"),
    Role.HOLDER: N_("Data holder"),
    Role.PREPARER: N_("Preparer of data"),
    Role.RELEASE_OFFICER: N_("Release officer"),
    Role.DESK: N_("Citizen desk"),
    Role.AUDITOR: N_("Auditor"),
    Role.DPO: N_("Data protection officer"),
    Role.STEWARD: N_("Programme steward"),
    Role.PARTNER: N_("Partner system"),
    Role.CLOCK: N_("The clock (automatic)"),
    Role.ENGINE: N_("Release engine (automatic)"),
    Role.PUBLIC: N_("Anybody"),
}

CAPACITIES: dict[Capacity, str] = {
    Capacity.SELF: N_("In her or his own name"),
    Capacity.PARENT: N_("As mother or father"),
    Capacity.GUARDIAN: N_("As guardian"),
    Capacity.SUPPORT: N_("As judicial support"),
    Capacity.MINOR_ASSENT: N_("As a minor who takes part"),
}

CHANNELS: dict[Channel, str] = {
    Channel.ONLINE: N_("On this site"),
    Channel.DESK: N_("At the desk"),
    Channel.PAPER: N_("On paper"),
    Channel.API: N_("Through another system"),
    Channel.OPERATOR: N_("By an operator"),
    Channel.IMPORT: N_("Brought over from an earlier register"),
    Channel.SYSTEM: N_("Automatically"),
}

LANGUAGES: dict[Language, str] = {
    Language.SPANISH: N_("Spanish"),
    Language.BASQUE: N_("Basque"),
    Language.ENGLISH: N_("English"),
}

SEXES: dict[Sex, str] = {
    Sex.FEMALE: N_("Female"),
    Sex.MALE: N_("Male"),
    Sex.OTHER: N_("Other"),
}

AGE_BANDS: dict[AgeBand, str] = {
    AgeBand.UNDER_14: N_("Under 14"),
    AgeBand.FROM_14: N_("14 to 15"),
    AgeBand.FROM_16: N_("16 to 17"),
    AgeBand.ADULT: N_("18 or older"),
}

KINSHIPS: dict[KinshipKind, str] = {
    KinshipKind.PARENT: N_("Mother or father"),
    KinshipKind.CHILD: N_("Daughter or son"),
    KinshipKind.SIBLING: N_("Sister or brother"),
    KinshipKind.OTHER: N_("Another relative"),
}

RELATIVES: dict[Relatives, str] = {
    Relatives.NONE_DECLARED: N_("No relatives are declared"),
    Relatives.ALL_ALLOW: N_("Every declared relative allows it"),
    Relatives.SOME_MISSING: N_("Some declared relative has not allowed it"),
}
