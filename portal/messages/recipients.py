"""Who would receive the data, and how far they may go."""

from __future__ import annotations

from governance.vocabulary.purposes import Reach, RecipientKind
from portal.languages import N_

RECIPIENTS: dict[RecipientKind, str] = {
    RecipientKind.PUBLIC_HEALTH_SERVICE: N_("The public health service"),
    RecipientKind.PUBLIC_RESEARCH: N_("Public universities and research centres"),
    RecipientKind.NON_PROFIT: N_("Organisations that do not seek profit"),
    RecipientKind.COMMERCIAL: N_("Companies"),
}

RECIPIENTS_EXPLAINED: dict[RecipientKind, str] = {
    RecipientKind.PUBLIC_HEALTH_SERVICE: N_(
        "Hospitals, health centres and public health offices of Navarre and of other regions."
    ),
    RecipientKind.PUBLIC_RESEARCH: N_(
        "For example a public university, or a public research institute."
    ),
    RecipientKind.NON_PROFIT: N_("For example a foundation, or an association of patients."),
    RecipientKind.COMMERCIAL: N_(
        "For example a company that makes medicines. Genetic data never go to companies."
    ),
}

REACHES: dict[Reach, str] = {
    Reach.SPAIN: N_("Navarre and Spain"),
    Reach.EEA: N_("European Union and European Economic Area"),
    Reach.WORLD: N_("The whole world"),
}

REACHES_EXPLAINED: dict[Reach, str] = {
    Reach.SPAIN: N_("Your data are used in Navarre or elsewhere in Spain, and go no farther."),
    Reach.EEA: N_(
        "Your data may also be used in the countries of the European Union, in Iceland, "
        "Liechtenstein and Norway. The same data protection law holds there."
    ),
    Reach.WORLD: N_(
        "Your data may also be used in other countries, if the European Commission has found "
        "that they protect data as well."
    ),
}
