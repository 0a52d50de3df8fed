"""What no permit may ever serve: the prohibited uses. Source: EHDS 54(a)-(e)."""

from __future__ import annotations

from governance.vocabulary.purposes import ProhibitedUse
from portal.languages import N_

PROHIBITED_USES: dict[ProhibitedUse, str] = {
    ProhibitedUse.DETRIMENTAL_DECISION: N_(
        "Decisions that harm a person or a group on the ground of their health data"
    ),
    ProhibitedUse.DISCRIMINATION: N_(
        "Worse terms at work, in insurance or in credit, or other discrimination"
    ),
    ProhibitedUse.ADVERTISING: N_("Advertising and marketing"),
    ProhibitedUse.HARMFUL_PRODUCT: N_(
        "Products that harm people, such as tobacco, alcohol, drugs or weapons"
    ),
    ProhibitedUse.AGAINST_ETHICS: N_("Activities against the ethical provisions of national law"),
}
