"""Preparation: a signed recipe becomes a delivered package, or is withheld. Minutes and files."""

from governance.service.preparation.build import RULES_IN_WORDS
from governance.service.preparation.explain import Explanation, explain_release
from governance.service.preparation.removals import notify_removals
from governance.service.preparation.replay import Replayed, replay_release
from governance.service.preparation.run import (
    STEPS,
    Delivered,
    Withheld,
    run_release,
    settle_packages,
)

__all__ = [
    "RULES_IN_WORDS",
    "Delivered",
    "Explanation",
    "Replayed",
    "STEPS",
    "Withheld",
    "explain_release",
    "notify_removals",
    "replay_release",
    "run_release",
    "settle_packages",
]
