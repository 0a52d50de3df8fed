"""Legal switches: questions of law that the programme settles by an event, so that a replay sees
them as they were."""

from __future__ import annotations

from enum import StrEnum


class Switch(StrEnum):
    """What can be set. Every switch has a default, the reading that binds most."""

    QUORUM = "quorum.rule"
    GENOMICS = "genomics.regime"


class QuorumRule(StrEnum):
    """Who must be present for a ballot (Ley 40/2015 17.2; RD 1090/2015 16)."""

    HALF_WITH_CHAIR_AND_SECRETARY = "half-with-chair-and-secretary"
    """At least half of the members, with chair and secretary (Ley 40/2015 17.2)."""
    HALF_PLUS_ONE_WITH_LAY = "half-plus-one-with-lay-member"
    """More than half of the members, one of them from outside the health professions."""


class GenomicsRegime(StrEnum):
    """Whether Ley 14/2007 50.2 also binds permits under EHDS (an open question of law)."""

    STRICT = "strict"
    EHDS_ALONE = "ehds-alone"


DEFAULTS: dict[Switch, str] = {
    Switch.QUORUM: QuorumRule.HALF_WITH_CHAIR_AND_SECRETARY,
    Switch.GENOMICS: GenomicsRegime.STRICT,
}
VALUES: dict[Switch, frozenset[str]] = {
    Switch.QUORUM: frozenset(QuorumRule),
    Switch.GENOMICS: frozenset(GenomicsRegime),
}
