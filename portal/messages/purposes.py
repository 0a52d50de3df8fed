"""Why data may be used: the purposes and their families, as a citizen reads them.

Source: EHDS 53(1); the strategy's four families.
"""

from __future__ import annotations

from governance.vocabulary.purposes import Purpose, PurposeFamily
from portal.languages import N_

PURPOSES: dict[Purpose, str] = {
    Purpose.CARE: N_("Health care"),
    Purpose.PUBLIC_HEALTH: N_("Public health"),
    Purpose.POLICY_AND_PLANNING: N_("Policy and planning"),
    Purpose.OFFICIAL_STATISTICS: N_("Official statistics"),
    Purpose.CARE_IMPROVEMENT: N_("Improving care"),
    Purpose.SCIENTIFIC_RESEARCH: N_("Scientific research"),
    Purpose.EDUCATION: N_("Education"),
    Purpose.PRODUCT_INNOVATION: N_("New products and services"),
    Purpose.ALGORITHM_TRAINING: N_("Training of algorithms"),
}

PURPOSES_EXPLAINED: dict[Purpose, str] = {
    Purpose.CARE: N_(
        "Your doctors and nurses use your data to treat you. This is always so, whatever you "
        "decide here."
    ),
    Purpose.PUBLIC_HEALTH: N_(
        "Public bodies watch for outbreaks and other threats to everybody's health, and act "
        "on them."
    ),
    Purpose.POLICY_AND_PLANNING: N_(
        "Public bodies decide which services are needed, where, and with which means."
    ),
    Purpose.OFFICIAL_STATISTICS: N_(
        "Public bodies publish figures about health. Nobody can be recognised in them."
    ),
    Purpose.CARE_IMPROVEMENT: N_(
        "Hospitals and health centres compare how patients are treated, so that treatment "
        "gets better."
    ),
    Purpose.SCIENTIFIC_RESEARCH: N_(
        "Researchers look for the causes of diseases, and for better ways to prevent and "
        "treat them."
    ),
    Purpose.EDUCATION: N_(
        "Future doctors, nurses and researchers learn from real cases, without names."
    ),
    Purpose.PRODUCT_INNOVATION: N_(
        "Companies and public centres develop new medicines, devices and health services."
    ),
    Purpose.ALGORITHM_TRAINING: N_(
        "Computer programs learn from the data of many people, to help with diagnosis and "
        "treatment."
    ),
}

FAMILIES: dict[PurposeFamily, str] = {
    PurposeFamily.CARE: N_("Looking after you"),
    PurposeFamily.SERVICE_MANAGEMENT: N_("Management and planning of the service"),
    PurposeFamily.RESEARCH: N_("Research and knowledge"),
    PurposeFamily.DEVELOPMENT: N_("Sustainability and economic development"),
}

FAMILIES_EXPLAINED: dict[PurposeFamily, str] = {
    PurposeFamily.CARE: N_("So that those who treat you know what they need."),
    PurposeFamily.SERVICE_MANAGEMENT: N_(
        "So that the health service works well and reaches everybody."
    ),
    PurposeFamily.RESEARCH: N_("So that more is known about health and disease."),
    PurposeFamily.DEVELOPMENT: N_("So that useful products and services come of what is known."),
}
