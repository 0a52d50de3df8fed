"""Who may see which field: permits, releases and verdicts.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Hidden unless a `see` row shows; a `hide` row
overrides every other; an unknown role or relation hides.
"""

from governance.policy.references import EHDS, ENS, GDPR, LEY_39_2015, PROGRAMME
from governance.policy.visibility.fields import (
    COUNTED,
    DELIVERY,
    FIELDS,
    GRANT,
    IN_FORCE,
    LEFT_OUT,
)
from governance.policy.visibility_facts import View, VisibilityRule, hide, see
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

PERMITS: tuple[VisibilityRule, ...] = (
    see(
        "V-37",
        "Applicant and named persons see the whole permit.",
        View.PERMIT,
        FIELDS[View.PERMIT],
        (
            EHDS["68(10)"],
            LEY_39_2015["53.1"],
        ),
        one_of=(
            Relation.APPLICANT,
            Relation.NAMED_PERSON,
        ),
    ),
    see(
        "V-38",
        "Access body, auditor and data protection officer see the whole permit.",
        View.PERMIT,
        FIELDS[View.PERMIT],
        (
            EHDS["68(13)"],
            ENS["op.exp.8"],
        ),
        roles=(
            Role.OFFICER,
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    see(
        "V-39",
        "Those who prepare and release see what was granted.",
        View.PERMIT,
        GRANT,
        (EHDS["55(3)"],),
        roles=(
            Role.PREPARER,
            Role.RELEASE_OFFICER,
        ),
    ),
    see(
        "V-40",
        "A partner system sees whether a permit is in force, and for what.",
        View.PERMIT,
        IN_FORCE,
        (
            EHDS["61(1)"],
            ENS["op.acc.4"],
        ),
        roles=(Role.PARTNER,),
        relations=(Relation.IN_PARTNER_SCOPE,),
    ),
    see(
        "V-41",
        "A data user sees totals of her release, never counts by rule.",
        View.RELEASE,
        DELIVERY,
        (
            EHDS["61(2)"],
            PROGRAMME["small-counts"],
        ),
        one_of=(
            Relation.APPLICANT,
            Relation.NAMED_PERSON,
        ),
    ),
    see(
        "V-42",
        "A preparer sees the work, and not who was left out by which rule.",
        View.RELEASE,
        FIELDS[View.RELEASE] - {"counts_by_rule"},
        (EHDS["66(1)"],),
        roles=(Role.PREPARER,),
    ),
    see(
        "V-43",
        "Officers, auditor and data protection officer see counts by rule.",
        View.RELEASE,
        FIELDS[View.RELEASE],
        (
            ENS["op.exp.8"],
            PROGRAMME["two-officers"],
        ),
        roles=(
            Role.OFFICER,
            Role.RELEASE_OFFICER,
            Role.AUDITOR,
            Role.DPO,
        ),
    ),
    hide(
        "V-44",
        "Whoever would receive the data never sees counts by rule.",
        View.RELEASE,
        ("counts_by_rule", *LEFT_OUT),
        (PROGRAMME["small-counts"],),
        one_of=(
            Relation.APPLICANT,
            Relation.NAMED_PERSON,
        ),
    ),
    see(
        "V-45",
        "A partner system is told yes or no, and never why.",
        View.VERDICT,
        ("allowed", "regime", "instant"),
        (
            ENS["op.acc.4"],
            PROGRAMME["small-counts"],
        ),
        roles=(Role.PARTNER,),
        relations=(Relation.IN_PARTNER_SCOPE,),
    ),
    see(
        "V-46",
        "A citizen is told the verdict about herself, and why.",
        View.VERDICT,
        FIELDS[View.VERDICT],
        (GDPR["15"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    see(
        "V-47",
        "Auditor and data protection officer are told every verdict, and why.",
        View.VERDICT,
        FIELDS[View.VERDICT],
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
        "V-84",
        "A partner system is told by which rules, whether the use itself may be, and how many.",
        View.VERDICT,
        ("why_not", *COUNTED),
        (
            EHDS["61(1)"],
            PROGRAMME["small-counts"],
        ),
        roles=(Role.PARTNER,),
        relations=(Relation.IN_PARTNER_SCOPE,),
    ),
    see(
        "V-85",
        "Officers are told how many may leave and how many each rule refuses, and never who.",
        View.VERDICT,
        (*COUNTED, "counts_by_rule"),
        (
            ENS["op.exp.8"],
            PROGRAMME["two-officers"],
        ),
        roles=(
            Role.OFFICER,
            Role.RELEASE_OFFICER,
        ),
    ),
    see(
        "V-86",
        "A preparer is told how many may leave, and not by which rule others stay.",
        View.VERDICT,
        COUNTED,
        (EHDS["66(1)"],),
        roles=(Role.PREPARER,),
    ),
)
