"""Who may see which field: the register, the ledger, the people of the programme.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Hidden unless a `see` row shows; a `hide` row
overrides every other; an unknown role or relation hides.
"""

from governance.policy.references import (
    EHDS,
    ENS,
    GDPR,
    LEY_14_2007,
    LF_17_2010,
    PROGRAMME,
    RD_1090_2015,
)
from governance.policy.visibility.fields import CHECKPOINT, COMMITTEE, FIELDS, SETTINGS
from governance.policy.visibility_facts import View, VisibilityRule, see
from governance.vocabulary.people import Role

PUBLIC: tuple[VisibilityRule, ...] = (
    see(
        "V-55",
        "Everybody sees what was asked, decided and released, and what came of it.",
        View.REGISTER,
        FIELDS[View.REGISTER],
        (
            EHDS["57(1)(e)"],
            EHDS["57(1)(j)(iii)"],
            EHDS["58(1)"],
        ),
    ),
    see(
        "V-56",
        "Everybody sees the signed checkpoints of the ledger.",
        View.LEDGER,
        CHECKPOINT,
        (ENS["op.exp.8"],),
    ),
    see(
        "V-57",
        "Auditor and data protection officer see the whole ledger.",
        View.LEDGER,
        FIELDS[View.LEDGER],
        (
            ENS["op.exp.8"],
            GDPR["37(1)(a)"],
        ),
        roles=(
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    see(
        "V-58",
        "Everybody sees who sits on the committee, and what they declared.",
        View.STAFF,
        COMMITTEE,
        (RD_1090_2015["15.5"],),
    ),
    see(
        "V-59",
        "Steward, auditor and data protection officer see who has which role.",
        View.STAFF,
        FIELDS[View.STAFF] - {"refused_attempts"},
        (ENS["op.acc.4"],),
        roles=(
            Role.STEWARD,
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    see(
        "V-60",
        "Auditor and data protection officer see refused attempts.",
        View.STAFF,
        ("refused_attempts",),
        (ENS["op.exp.8"],),
        roles=(
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    see(
        "V-62",
        "Everybody reads the information sheets that were published.",
        View.SHEET,
        FIELDS[View.SHEET],
        (
            LEY_14_2007["4.1"],
            GDPR["13"],
        ),
    ),
    see(
        "V-71",
        "Auditor and data protection officer see who read which record, refused reads too.",
        View.ACCESS_LOG,
        FIELDS[View.ACCESS_LOG],
        (
            ENS["op.exp.8"],
            LF_17_2010["31.1"],
        ),
        roles=(
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    see(
        "V-72",
        "Whoever works in the programme sees how it is set, and whether releases are stopped.",
        View.PROGRAMME,
        SETTINGS,
        (
            ENS["op.acc.4"],
            PROGRAMME["emergency-stop"],
        ),
        roles=(
            Role.STEWARD,
            Role.AUDITOR,
            Role.DPO,
            Role.OFFICER,
            Role.PREPARER,
            Role.RELEASE_OFFICER,
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    see(
        "V-73",
        "Steward, auditor and data protection officer see which keys there are.",
        View.PROGRAMME,
        ("keys",),
        (
            ENS["op.acc.4"],
            ENS["op.exp.8"],
        ),
        roles=(
            Role.STEWARD,
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
)
