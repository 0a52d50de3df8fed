"""Rows of the law: biobanks, patients, representation."""

from governance.policy.law_rows.row import Concern, LawRow, row

CITIZENS: tuple[LawRow, ...] = (
    row(
        "S26",
        "RD 1716/2011 23",
        "each purpose is answered apart, and a copy is given",
        Concern.RELEASE,
        kept="R-01 consents/no-cells V-07",
    ),
    row(
        "S27",
        "RD 1716/2011 32.3",
        "at 18 the person takes over",
        Concern.RELEASE,
        kept="R-06 A-09 citizens/not-of-age",
    ),
    row(
        "S28",
        "RD 1716/2011 32.1",
        "a donor sees what for, who, and with which safeguards",
        Concern.VISIBILITY,
        kept="V-14 V-48",
    ),
    row(
        "S29",
        "RD 1716/2011 34, 24",
        "samples are handed over under conditions of their own",
        Concern.LATER,
        not_yet="we hold data, no samples",
    ),
    row(
        "S30",
        "Ley 14/2007 8",
        "tissue applied in humans is traced for thirty years",
        Concern.LATER,
        not_yet="we hold data, no tissue",
    ),
    row(
        "S31",
        "Ley 41/2002 16.3",
        "research keeps identity apart",
        Concern.RELEASE,
        kept="R-38 permits/identifier-in-permit",
    ),
    row(
        "S32",
        "Ley 41/2002 16.7, LF 17/2010 31.1",
        "every access is logged and shown to the person",
        Concern.VISIBILITY,
        kept="V-01 V-14 A-60",
    ),
    row(
        "S33",
        "Ley 41/2002 17.1",
        "clinical documents are kept five years",
        Concern.LATER,
        not_yet="clinical documents stay with the health service; consents are never purged here",
    ),
    row(
        "S34",
        "Ley 41/2002 9.4",
        "from 16 nobody consents to care for another",
        Concern.LATER,
        not_yet="care is never asked about here, so nobody can answer for it",
    ),
    row(
        "S35",
        "Ley 41/2002 18",
        "access in representation; third persons are withheld",
        Concern.VISIBILITY,
        kept="A-61 A-64 V-04 V-10",
        not_yet="subjective notes are clinical documents, which are not shown here",
    ),
    row(
        "S36",
        "LF 17/2010 49, 52",
        "a copy of the consent, plain text, both signatures",
        Concern.INFORMATION,
        kept="information-sheets/text-missing V-07",
        not_yet="a desk act names who recorded it; the signed sheet is kept on paper",
    ),
    row(
        "S37",
        "LF 17/2010 67.1",
        "outsiders read nothing that identifies without consent",
        Concern.VISIBILITY,
        kept="R-38 V-13 A-79",
    ),
    row(
        "S38",
        "LOPDGDD 12-13",
        "rights through representatives; parents for under 14",
        Concern.ACCESS,
        kept="A-61 A-62 A-63 V-02 V-08",
    ),
)
