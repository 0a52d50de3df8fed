"""European law that the rules cite."""

from governance.policy.references.source import Source

EHDS = Source(
    "EHDS",
    "Regulation (EU) 2025/327 on the European Health Data Space",
    "http://data.europa.eu/eli/reg/2025/327/oj",
    {
        "51(1)": "every dataset belongs to at least one of seventeen categories",
        "51(4)": "a state may keep stricter measures for genetic and similar data",
        "52(2)": "a holder marks protected content; the permit carries a condition for it",
        "53(1)": "the closed list of purposes of secondary use",
        "53(2)": "three purposes are reserved for public bodies and their mandataries",
        "54": "five prohibited uses",
        "55(3)": "assessing, preparing and providing data are kept apart",
        "55(5)": "no conflicts of interest at the access body",
        "57(1)(j)(iii)": "permits, approvals and refusals are published",
        "58(1)": "the public is told which data were used by whom, and why",
        "60(3)": "a holder describes its datasets",
        "61(1)": "data users process data only as their permit says",
        "61(2)": "only persons named in the permit have access",
        "62(3)": "fees are estimated before a permit is issued",
        "63(2)": "processing stops while non-compliance is looked into",
        "63(3)": "a permit can be revoked and processing stopped at once",
        "66(1)": "only data that the purpose needs",
        "66(3)": "pseudonymised data only where anonymised data would not do",
        "67(1)": "anybody may submit an access application",
        "67(2)": "the eleven items of an application",
        "68(1)": "the criteria that an assessor must find true",
        "68(10)": "the eight items of a permit",
        "68(12)": "duration, one extension, deletion within six months",
        "68(13)": "changes to a permit are asked for anew",
        "68(3)": "an anonymised answer may be offered instead",
        "68(4)": "three months to decide, four weeks to complete",
        "68(9)": "a refusal is justified",
        "69(1)": "a health data request is answered with anonymised statistics only",
        "71(1)": "everybody may opt out, at any time, without reasons",
        "71(3)": "an opt-out counts for permits issued after it",
        "71(4)": "an exception needs a national law",
        "73(1)": "data are provided only in a secure processing environment",
        "87": "data are processed in the Union or under an adequacy decision",
        "105": "the dates from which the regulation applies",
    },
)

GDPR = Source(
    "GDPR",
    "Regulation (EU) 2016/679, General Data Protection Regulation",
    "http://data.europa.eu/eli/reg/2016/679/oj",
    {
        "6(1)": "a ground for processing",
        "7(1)": "whoever relies on consent can prove it",
        "7(3)": "consent is withdrawn at any time, as easily as it was given",
        "8": "a child's own consent counts only from the age that the law sets",
        "9(2)": "a ground for processing health and genetic data",
        "13": "what a person is told when her data are collected",
        "15": "a person's right of access",
        "16": "a person's right to have data corrected",
        "17": "a person's right to have data erased",
        "37(1)(a)": "a public body has a data protection officer",
    },
)

REG_1182_71 = Source(
    "Reg 1182/71",
    "Regulation (EEC, Euratom) 1182/71 on periods, dates and time limits",
    "http://data.europa.eu/eli/reg/1971/1182/oj",
    {
        "3(1)": "the day of the event is not counted",
        "3(2)": "periods in days, weeks, months and years end with their last hour",
        "3(4)": "a period ending on a holiday or weekend ends with the next working day",
    },
)
