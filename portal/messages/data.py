"""What kind of data: the categories that a citizen is asked about, and what a dataset is made of.

Source: EHDS 51(1).
"""

from __future__ import annotations

from governance.lives.datasets.words import Media, VariableRole
from governance.vocabulary.purposes import DataCategory, EhdsCategory
from portal.languages import N_

CATEGORIES: dict[DataCategory, str] = {
    DataCategory.GENOMIC: N_("Genetic data"),
    DataCategory.OTHER_OMICS: N_("Other molecular data"),
    DataCategory.CLINICAL: N_("Health records"),
    DataCategory.IMAGING: N_("Medical images"),
    DataCategory.EPIDEMIOLOGICAL: N_("Data about health and way of life"),
}

CATEGORIES_EXPLAINED: dict[DataCategory, str] = {
    DataCategory.GENOMIC: N_(
        "What is in your genes, for example a genome sequence or a test for an inherited "
        "disease. It also says something about your relatives."
    ),
    DataCategory.OTHER_OMICS: N_("What else is measured in blood or tissue, for example proteins."),
    DataCategory.CLINICAL: N_(
        "What your health centre and your hospital write down, for example diagnoses, "
        "medicines, test results and operations."
    ),
    DataCategory.IMAGING: N_(
        "Pictures of the inside of your body, for example X-rays, scans and ultrasound."
    ),
    DataCategory.EPIDEMIOLOGICAL: N_(
        "Facts from surveys and studies, for example age, municipality, weight, smoking or sleep."
    ),
}

EHDS_CATEGORIES: dict[EhdsCategory, str] = {
    EhdsCategory.A: N_("Electronic health records"),
    EhdsCategory.B: N_("Factors that influence health: social, environmental, behavioural"),
    EhdsCategory.C: N_(
        "Aggregated data on needs, resources, provision and spending in health care"
    ),
    EhdsCategory.D: N_("Pathogens that affect human health"),
    EhdsCategory.E: N_(
        "Administrative data of health care, such as prescriptions dispensed and reimbursements"
    ),
    EhdsCategory.F: N_("Human genetic, epigenomic and genomic data"),
    EhdsCategory.G: N_("Other human molecular data, such as proteomic and metabolomic data"),
    EhdsCategory.H: N_("Data generated automatically by medical devices"),
    EhdsCategory.I: N_("Data from wellness applications"),
    EhdsCategory.J: N_("Professional status, specialty and institution of those who treat"),
    EhdsCategory.K: N_("Population registries, such as those of public health"),
    EhdsCategory.L: N_("Medical and mortality registries"),
    EhdsCategory.M: N_("Clinical trials, studies, investigations and performance studies"),
    EhdsCategory.N: N_("Other data from medical devices"),
    EhdsCategory.O: N_("Registries of medicines and medical devices"),
    EhdsCategory.P: N_("Research cohorts, questionnaires and surveys on health"),
    EhdsCategory.Q: N_("Biobanks and the databases that belong to them"),
}

MEDIA: dict[Media, str] = {
    Media.TABLE: N_("Table"),
    Media.VARIANTS: N_("Genetic variants (VCF)"),
}

VARIABLE_ROLES: dict[VariableRole, str] = {
    VariableRole.IDENTIFIER: N_("Identifies a person by itself; never leaves"),
    VariableRole.QUASI_IDENTIFIER: N_("Identifies a person together with others"),
    VariableRole.SENSITIVE: N_("Sensitive"),
    VariableRole.PLAIN: N_("Ordinary"),
}
