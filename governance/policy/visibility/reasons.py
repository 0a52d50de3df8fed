"""Who may be told that a rule refused: the release table says it row by row.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Hidden unless a `see` row shows; a `hide` row
overrides every other; an unknown role or relation hides.
"""

from governance.policy.references import EHDS, ENS, GDPR, LOPDGDD, PROGRAMME, RD_1716_2011
from governance.policy.release import RELEASE
from governance.policy.visibility_facts import View, VisibilityRule, see
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

OWN_REFUSAL = frozenset({"R-17"})
"""A minor's own no is told to nobody who might talk her out of it."""


def _told(role: Role) -> frozenset[str]:
    return frozenset(rule.id for rule in RELEASE if role in rule.tell)


REASONS: tuple[VisibilityRule, ...] = (
    see(
        "V-48",
        "A citizen is told why her record stayed, where the reason is about her alone.",
        View.REASONS,
        _told(Role.CITIZEN),
        (
            GDPR["15"],
            RD_1716_2011["32.1"],
        ),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    see(
        "V-49",
        "A parent is told for a child under 14, and not of the child's own refusal.",
        View.REASONS,
        _told(Role.CITIZEN) - OWN_REFUSAL,
        (
            LOPDGDD["12.6"],
            PROGRAMME["own-refusal"],
        ),
        roles=(Role.CITIZEN,),
        relations=(
            Relation.PARENT,
            Relation.CITIZEN_UNDER_14,
        ),
    ),
    see(
        "V-50",
        "Whoever guards or supports a person is told, and not of a minor's own refusal.",
        View.REASONS,
        _told(Role.CITIZEN) - OWN_REFUSAL,
        (
            LOPDGDD["12.1"],
            PROGRAMME["own-refusal"],
        ),
        roles=(Role.CITIZEN,),
        one_of=(
            Relation.GUARDIAN,
            Relation.SUPPORT,
        ),
    ),
    see(
        "V-51",
        "A data user is told why a whole release stayed, and nothing about any citizen.",
        View.REASONS,
        _told(Role.RESEARCHER),
        (
            EHDS["61(1)"],
            PROGRAMME["small-counts"],
        ),
        one_of=(
            Relation.APPLICANT,
            Relation.NAMED_PERSON,
        ),
    ),
    see(
        "V-52",
        "The access body is told why a whole release stayed.",
        View.REASONS,
        _told(Role.OFFICER),
        (EHDS["63(2)"],),
        roles=(Role.OFFICER,),
    ),
    see(
        "V-53",
        "A release officer is told why a whole release stayed.",
        View.REASONS,
        _told(Role.RELEASE_OFFICER),
        (PROGRAMME["two-officers"],),
        roles=(Role.RELEASE_OFFICER,),
    ),
    see(
        "V-54",
        "Auditor and data protection officer are told every reason.",
        View.REASONS,
        _told(Role.AUDITOR) & _told(Role.DPO),
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
        "V-70",
        "A preparer is told why a whole release stayed.",
        View.REASONS,
        _told(Role.RELEASE_OFFICER),
        (EHDS["55(3)"],),
        roles=(Role.PREPARER,),
    ),
)
