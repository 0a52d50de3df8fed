"""Who may see which field: meetings of the committee, and one's own part in a review.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Hidden unless a `see` row shows; a `hide` row
overrides every other; an unknown role or relation hides.
"""

from governance.policy.references import ENS, LEY_14_2007, RD_1090_2015
from governance.policy.visibility.fields import FIELDS, OWN_PART
from governance.policy.visibility_facts import View, VisibilityRule, hide, see
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

MEETINGS: tuple[VisibilityRule, ...] = (
    see(
        "V-80",
        "The committee sees its meetings.",
        View.MEETING,
        FIELDS[View.MEETING],
        (RD_1090_2015["16.6"],),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
    see(
        "V-81",
        "An auditor sees the meetings of the committee.",
        View.MEETING,
        FIELDS[View.MEETING],
        (ENS["op.exp.8"],),
        roles=(Role.AUDITOR,),
    ),
    hide(
        "V-82",
        "Minutes are not read by whoever has an interest in the agenda, or asks for part of it.",
        View.MEETING,
        ("minutes",),
        (
            LEY_14_2007["12.4"],
            RD_1090_2015["16.5"],
        ),
        one_of=(
            Relation.INTERESTED,
            Relation.APPLICANT,
            Relation.NAMED_PERSON,
        ),
    ),
    see(
        "V-83",
        "Whoever sits on the committee sees whether she declared an interest, and voted.",
        View.REVIEW,
        OWN_PART,
        (RD_1090_2015["15.5"],),
        roles=(
            Role.MEMBER,
            Role.CHAIR,
            Role.SECRETARY,
        ),
    ),
)
