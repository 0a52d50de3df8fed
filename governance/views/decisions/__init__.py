"""May this leave? Decisions about citizens' records, before any release is laid down."""

from governance.eligibility.decisions import Use
from governance.views.decisions.questions import (
    MOST_PEOPLE,
    EvaluateAccess,
    EvaluateAccessOfAll,
    EvaluateAccessOfMany,
)
from governance.views.decisions.shown import (
    Counts,
    Decided,
    Decision,
    Named,
    PeopleDecided,
    PopulationDecided,
    Reason,
    UseJudged,
    WhyNot,
)

__all__ = [
    "MOST_PEOPLE",
    "Counts",
    "Decided",
    "Decision",
    "EvaluateAccess",
    "EvaluateAccessOfAll",
    "EvaluateAccessOfMany",
    "Named",
    "PeopleDecided",
    "PopulationDecided",
    "Reason",
    "Use",
    "UseJudged",
    "WhyNot",
]
