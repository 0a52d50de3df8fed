"""Who may carry out which act: a citizen's own choices.

Owner: committee secretary, data protection officer, one engineer (CODEOWNERS). To change a row:
a new row, ids are never reused. A case comes first. Refused unless a `may` row grants; a `never`
row overrides every grant; an unknown role or relation refuses.
"""

from governance.policy.access_facts import AccessRule, may, never
from governance.policy.references import EHDS, GDPR, LEY_14_2007, LOPDGDD, PROGRAMME
from governance.vocabulary.acts import Act
from governance.vocabulary.people import Role
from governance.vocabulary.relations import Relation

CHOICE_ACTS = (
    Act.RECORD_CHOICE,
    Act.ANSWER_STUDY,
    Act.WITHDRAW_EVERYTHING,
    Act.SET_REACH,
    Act.OPT_OUT,
    Act.LIFT_OPT_OUT,
)
OPENING_ACTS = (
    Act.RECORD_CHOICE,
    Act.ANSWER_STUDY,
    Act.SET_REACH,
    Act.LIFT_OPT_OUT,
)
"""Acts that can let data out. Withdrawing and opting out are open at any age."""
OWN_REFUSAL = (
    Act.RECORD_MINOR_REFUSAL,
    Act.LIFT_MINOR_REFUSAL,
)

CHOICES: tuple[AccessRule, ...] = (
    may(
        "A-01",
        "A citizen decides for herself.",
        CHOICE_ACTS,
        (
            GDPR["7(3)"],
            LEY_14_2007["4.1"],
        ),
        roles=(Role.CITIZEN,),
        relations=(Relation.SELF,),
    ),
    may(
        "A-02",
        "A parent decides for a minor child.",
        CHOICE_ACTS,
        (
            LEY_14_2007["4.2"],
            LOPDGDD["7"],
        ),
        roles=(Role.CITIZEN,),
        relations=(Relation.PARENT,),
    ),
    may(
        "A-03",
        "A guardian decides for the person in her care.",
        CHOICE_ACTS,
        (LEY_14_2007["4.2"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.GUARDIAN,),
    ),
    may(
        "A-04",
        "Whoever gives judicial support decides within the mandate.",
        CHOICE_ACTS,
        (LEY_14_2007["4.2"],),
        roles=(Role.CITIZEN,),
        relations=(Relation.SUPPORT,),
    ),
    may(
        "A-05",
        "The citizen desk records what a citizen says there or on paper.",
        CHOICE_ACTS + OWN_REFUSAL,
        (
            EHDS["71(1)"],
            LEY_14_2007["4.1"],
        ),
        roles=(Role.DESK,),
    ),
    may(
        "A-06",
        "A minor refuses, and lifts her refusal, herself.",
        OWN_REFUSAL,
        (LEY_14_2007["58.5"],),
        roles=(Role.CITIZEN,),
        relations=(
            Relation.SELF,
            Relation.CITIZEN_IS_MINOR,
        ),
    ),
    may(
        "A-07",
        "The clock notes what expired by date.",
        (Act.NOTE_EXPIRY,),
        (PROGRAMME["clock"],),
        roles=(Role.CLOCK,),
    ),
    never(
        "A-78",
        "Nobody under 14 gives consent herself.",
        OPENING_ACTS,
        (
            GDPR["8"],
            LOPDGDD["7"],
        ),
        relations=(
            Relation.SELF,
            Relation.CITIZEN_UNDER_14,
        ),
    ),
)
