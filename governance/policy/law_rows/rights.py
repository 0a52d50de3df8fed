"""Rows of the law: the General Data Protection Regulation."""

from governance.policy.law_rows.row import Concern, LawRow, row

RIGHTS: tuple[LawRow, ...] = (
    row(
        "G01",
        "GDPR 6(1), 9",
        "each dataset names a ground of 6(1) and of 9(2), and no public body 6(1)(f)",
        Concern.RELEASE,
        kept="R-41 datasets/legal-basis-unknown datasets/public-body-interest",
    ),
    row(
        "G02",
        "GDPR 7(1)-(2)",
        "a consent can be proved: text, language, time, channel, giver",
        Concern.RELEASE,
        kept="R-05 V-12 consents/sheet-missing consents/language-missing "
        "consents/sheet-not-published",
    ),
    row(
        "G03",
        "GDPR 7(3)",
        "withdrawing is as easy as giving, and stops what comes later",
        Concern.RELEASE,
        kept="R-03 R-10 A-01",
    ),
    row(
        "G04",
        "GDPR 8, LOPDGDD 7",
        "nobody under 14 consents herself",
        Concern.ACCESS,
        kept="A-78 R-15 consents/minor-needs-representative",
    ),
    row(
        "G05",
        "GDPR 12",
        "a rights request is answered in a month, two more with reasons",
        Concern.DEADLINE,
        kept="D-14",
        not_yet="rights requests come in through the region's register; no life records them yet",
    ),
    row(
        "G06",
        "GDPR 13-14",
        "a notice is complete, and its version is kept",
        Concern.INFORMATION,
        kept="A-13 A-14 information-sheets/information-missing information-sheets/text-missing",
    ),
    row(
        "G07",
        "GDPR 15-22",
        "access, rectification, erasure; no refusal by a machine alone",
        Concern.ACCESS,
        kept="A-08 A-10 A-60 A-66 V-01",
        not_yet="restriction and portability are answered by hand",
    ),
    row(
        "G08",
        "GDPR 11",
        "nobody is identified only to comply",
        Concern.LATER,
        not_yet="we hold the register of people, so nobody is identified for this alone",
    ),
    row(
        "G09",
        "GDPR 30",
        "a record of processing",
        Concern.LATER,
        not_yet="the record of the region holds it; the catalogue and permits feed it by hand",
    ),
    row(
        "G10",
        "GDPR 33-34",
        "a breach is reported within 72 hours",
        Concern.LATER,
        not_yet="a term in hours belongs to the incident process, which is not in this system",
    ),
    row(
        "G11",
        "GDPR 35-36",
        "an impact assessment before large-scale use",
        Concern.LATER,
        not_yet="no life records one; it is among the safeguards that a request describes",
    ),
    row(
        "G12",
        "GDPR 37, LOPDGDD 34",
        "there is a data protection officer",
        Concern.ACCESS,
        kept="A-57 A-66",
    ),
    row(
        "G13",
        "GDPR 89",
        "research data are pseudonymised and few",
        Concern.RELEASE,
        kept="R-30 R-32 R-38",
    ),
)
