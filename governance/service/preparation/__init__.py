"""Preparation: a signed recipe becomes a delivered package, or is withheld. Minutes and files."""

from governance.eligibility.inclusion import Explanation
from governance.service.preparation.build import RULES_IN_WORDS
from governance.service.preparation.counts import in_and_out
from governance.service.preparation.explain import Named, explain_release
from governance.service.preparation.manifests import ManifestSaid, manifest_of
from governance.service.preparation.preview import PreviewMade, preview_release
from governance.service.preparation.removal_list import RemovalList, removal_list
from governance.service.preparation.removals import notify_removals
from governance.service.preparation.replay import Replayed, replay_release
from governance.service.preparation.run import (
    STEPS,
    Delivered,
    Withheld,
    run_release,
    settle_packages,
)
from governance.service.preparation.wishes import (
    ReleaseWish,
    Takeable,
    Taken,
    as_command,
    prepare_release,
    recipe_of,
    takeable,
)

__all__ = [
    "RULES_IN_WORDS",
    "Delivered",
    "Explanation",
    "ManifestSaid",
    "Named",
    "PreviewMade",
    "ReleaseWish",
    "RemovalList",
    "Replayed",
    "STEPS",
    "Takeable",
    "Taken",
    "Withheld",
    "as_command",
    "explain_release",
    "in_and_out",
    "manifest_of",
    "notify_removals",
    "prepare_release",
    "preview_release",
    "recipe_of",
    "removal_list",
    "replay_release",
    "run_release",
    "settle_packages",
    "takeable",
]
