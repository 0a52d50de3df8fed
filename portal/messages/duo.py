"""The terms of the Data Use Ontology under which data were collected, in our three languages.

The Spanish is DUO's own where it has one, put right where it says something else (CC allows care,
it does not limit to it; NPOA was given the definition of NMDS) or reads badly; the others and the
Basque are ours. DUO, GA4GH, CC-BY 4.0: https://github.com/EBISPOT/DUO
"""

from __future__ import annotations

from portal.languages import N_, Tongue

LABELS: dict[str, str] = {
    "DUO:0000004": N_("No restriction"),
    "DUO:0000042": N_("General research use"),
    "DUO:0000006": N_("Health or medical or biomedical research"),
    "DUO:0000007": N_("Research on one disease"),
    "DUO:0000011": N_("Research on population origins or ancestry only"),
    "DUO:0000012": N_("Restricted to one type of research"),
    "DUO:0000015": N_("No general methods research"),
    "DUO:0000016": N_("Genetic studies only"),
    "DUO:0000018": N_("Not for profit, non-commercial use only"),
    "DUO:0000019": N_("Publication required"),
    "DUO:0000020": N_("Collaboration required"),
    "DUO:0000021": N_("Ethics approval required"),
    "DUO:0000022": N_("Geographical restriction"),
    "DUO:0000024": N_("Publication moratorium"),
    "DUO:0000025": N_("Time limit on use"),
    "DUO:0000026": N_("Restricted to approved users"),
    "DUO:0000027": N_("Restricted to approved projects"),
    "DUO:0000028": N_("Restricted to approved institutions"),
    "DUO:0000029": N_("Results return to the database"),
    "DUO:0000043": N_("Clinical care use"),
    "DUO:0000044": N_("Research on population origins or ancestry prohibited"),
    "DUO:0000045": N_("Not-for-profit organisations only"),
    "DUO:0000046": N_("Non-commercial use only"),
}

DEFINITIONS: dict[str, str] = {
    "DUO:0000004": N_("There is no restriction on use."),
    "DUO:0000042": N_("The data may be used for any research."),
    "DUO:0000006": N_(
        "The data may be used for health, medical and biomedical research, and not to study "
        "population origins or ancestry."
    ),
    "DUO:0000007": N_("The data may be used if the research is about the disease named."),
    "DUO:0000011": N_("The data may be used only to study population origins or ancestry."),
    "DUO:0000012": N_("The data may be used only in studies of one type of research."),
    "DUO:0000015": N_(
        "The data may not be used to develop methods, such as software or algorithms."
    ),
    "DUO:0000016": N_(
        "The data may be used only in genetic studies; studies of traits without genes are "
        "excluded."
    ),
    "DUO:0000018": N_(
        "Only organisations that do not seek profit may use the data, and only without "
        "commercial aims."
    ),
    "DUO:0000019": N_(
        "Whoever asks undertakes to make the results available to the scientific community."
    ),
    "DUO:0000020": N_(
        "Whoever asks undertakes to work together with the investigators of the first study."
    ),
    "DUO:0000021": N_("Whoever asks must show the approval of an ethics committee."),
    "DUO:0000022": N_("The data may be used only within one region."),
    "DUO:0000024": N_("Whoever asks undertakes not to publish results before a given date."),
    "DUO:0000025": N_("The use is approved for a given number of months."),
    "DUO:0000026": N_("Only approved users may use the data."),
    "DUO:0000027": N_("The data may be used only within an approved project."),
    "DUO:0000028": N_("The data may be used only within an approved institution."),
    "DUO:0000029": N_("Whoever asks must give derived or enriched data back to the database."),
    "DUO:0000043": N_("The data may be used for clinical care too."),
    "DUO:0000044": N_("The data may not be used to study population origins or ancestry."),
    "DUO:0000045": N_("Only organisations that do not seek profit may use the data."),
    "DUO:0000046": N_("The data may not be used with commercial aims."),
}


def duo_label(tongue: Tongue, code: str) -> str:
    """What people call the term; the code itself where nobody knows it."""
    return tongue.gettext(LABELS[code]) if code in LABELS else code


def duo_definition(tongue: Tongue, code: str) -> str:
    """What the term means for a use; empty where nobody knows it."""
    return tongue.gettext(DEFINITIONS[code]) if code in DEFINITIONS else ""
