"""What GDPR 13 (and 14(2)(f), where the data come from) wants said of this portal."""

from __future__ import annotations

from portal.languages import N_
from portal.presenters.public.explanation import Explanation, Part

GDPR_13 = (
    Part(
        id="controller",
        title=N_("Who is responsible"),
        says=(N_("The personalised-medicine programme of Navarre."),),
    ),
    Part(
        id="officer",
        title=N_("Data protection officer"),
        says=(N_("You reach the data protection officer at: %(contact)s."),),
    ),
    Part(
        id="purposes",
        title=N_("What this portal keeps of you, and why"),
        points=(
            N_("Your choices and their proofs, because the law wants them proved (GDPR 7(1))."),
            N_("Who has read your record, because you may know it (Law 17/2010 of Navarre, 31.1)."),
            N_("Your account and your sessions, so that nobody else signs in as you."),
        ),
    ),
    Part(
        id="grounds",
        title=N_("On which ground"),
        says=(
            N_(
                "Duties by law and a task in the public interest: GDPR 6(1)(c) and (e), and "
                "9(2)(h), (i) and (j). We rely on no interest of our own."
            ),
            N_(
                "For uses beyond this portal, each dataset names its ground; you are asked besides."
            ),
        ),
    ),
    Part(
        id="recipients",
        title=N_("Who receives it"),
        says=(
            N_(
                "Staff of the programme whose task needs it, and every reading is logged. Whoever "
                "uses data for a study receives neither your name nor anything of this portal."
            ),
        ),
    ),
    Part(
        id="transfers",
        title=N_("Outside the European Union"),
        says=(
            N_(
                "This portal sends nothing there. How far data of a study may go is one of your "
                "choices."
            ),
        ),
    ),
    Part(
        id="retention",
        title=N_("How long it is kept"),
        points=(
            N_("Choices: as long as they can be needed as proof."),
            N_("Sessions: a few days after they end."),
            N_(
                "Names and contact can be erased. What remains in the ledger then tells nobody who "
                "you are."
            ),
        ),
    ),
    Part(
        id="rights",
        title=N_("Your rights"),
        says=(
            N_("Access, correction, erasure, restriction, objection, and a copy to take with you."),
        ),
        ways=(("officer", N_("Whom to ask, and where to complain")),),
    ),
    Part(
        id="withdrawal",
        title=N_("Withdrawing your consent"),
        says=(
            N_(
                "You can withdraw at any time, as easily as you allowed it. What was done before "
                "stays lawful; nothing is done afterwards."
            ),
        ),
        ways=(("choices", N_("See and change your choices")),),
    ),
    Part(
        id="complaint",
        title=N_("Complaints"),
        says=(
            N_(
                "You can complain to the Spanish data protection agency (AEPD), www.aepd.es, "
                "whether or not you have written to us."
            ),
        ),
    ),
    Part(
        id="obligation",
        title=N_("Whether you have to"),
        says=(
            N_(
                "You need not decide anything. Then nothing is used beyond your care, and your "
                "care stays the same."
            ),
        ),
    ),
    Part(
        id="automated",
        title=N_("Decisions by machines"),
        says=(
            N_(
                "No machine alone decides about you, and nobody makes a profile of you. Whether "
                "your data are in a release follows from what you decided, and you can see why."
            ),
        ),
    ),
    Part(
        id="further",
        title=N_("Other purposes"),
        says=(N_("Should what this portal keeps ever serve anything else, you are told before."),),
    ),
)
"""In the order of the article; "further" is its third paragraph."""
SOURCES = Part(
    id="sources",
    title=N_("Where it comes from"),
    says=(
        N_(
            "Who you are comes from the register of the health service and from the service with "
            "which you sign in. The rest you said yourself, or it happened here."
        ),
    ),
)
COOKIES = Part(
    id="cookies",
    title=N_("Cookies"),
    points=(
        N_("One keeps you signed in, until you sign out or close the browser."),
        N_("One lasts ten minutes, while you are signing in."),
        N_("One remembers your language for a year."),
    ),
    says=(N_("All three are needed. Nothing is loaded from elsewhere, and nobody follows you."),),
)
PRIVACY = Explanation(
    title=N_("Privacy"),
    lead=N_("What this portal knows of you, why, for how long, and what you can do about it."),
    parts=(*GDPR_13, SOURCES, COOKIES),
)
