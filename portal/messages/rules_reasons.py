"""Why data stayed, as a citizen reads it: one plain sentence for each rule that she may be told.

A rule may be told to her where its row says so (``tell``), and by ``policy/visibility/reasons``.
"""

from __future__ import annotations

from portal.languages import N_

OF_ONESELF: dict[str, str] = {
    "R-01": N_("Your data stayed because you have not said yet whether they may be used for this."),
    "R-02": N_("Your data stayed because you said that they may not be used for this."),
    "R-03": N_("Your data stayed because you withdrew your consent."),
    "R-04": N_("Your data stayed because your answer was valid only until a day that had passed."),
    "R-05": N_(
        "Your data stayed because the information has changed a lot since you answered. "
        "Please read it and answer again."
    ),
    "R-06": N_(
        "Your data stayed because the person who answered for you could not decide for you "
        "any more."
    ),
    "R-07": N_("Your data stayed because you opted out of all secondary use."),
    "R-08": N_(
        "Your data stayed because you had opted out of all secondary use when the permit was "
        "issued."
    ),
    "R-09": N_("Your data stayed because you said no to this study."),
    "R-10": N_("Your data stayed because you withdrew your consent for this study."),
    "R-11": N_("Your data stayed because your answer to this study is not valid any more."),
    "R-12": N_(
        "Your data stayed because this use is farther away than you allow, or you have not "
        "said yet how far your data may go."
    ),
    "R-14": N_(
        "Your data stayed because we do not know your date of birth. Please ask at the "
        "citizen desk."
    ),
    "R-15": N_(
        "Your data stayed because you are under 18, and nobody who represents you has allowed this."
    ),
    "R-16": N_("Your data stayed because it is not on record that you took part in the decision."),
    "R-17": N_("Your data stayed because you said no yourself."),
    "R-18": N_(
        "Your data stayed because the support measures recorded for you had no mandate in force."
    ),
    "R-20": N_(
        "Your genetic data stayed because you had not received all the information that the "
        "law asks for when you answered."
    ),
}
"""To the person herself."""

OF_ANOTHER: dict[str, str] = {
    "R-01": N_("The data stayed because nobody has said yet whether they may be used for this."),
    "R-02": N_("The data stayed because the answer is that they may not be used for this."),
    "R-03": N_("The data stayed because consent was withdrawn."),
    "R-04": N_("The data stayed because the answer was valid only until a day that had passed."),
    "R-05": N_(
        "The data stayed because the information has changed a lot since the answer. Please "
        "read it and answer again."
    ),
    "R-06": N_(
        "The data stayed because whoever answered could not decide for this person any more."
    ),
    "R-07": N_("The data stayed because this person is opted out of all secondary use."),
    "R-08": N_(
        "The data stayed because this person was opted out of all secondary use when the "
        "permit was issued."
    ),
    "R-09": N_("The data stayed because the answer to this study is no."),
    "R-10": N_("The data stayed because consent for this study was withdrawn."),
    "R-11": N_("The data stayed because the answer to this study is not valid any more."),
    "R-12": N_(
        "The data stayed because this use is farther away than is allowed, or nobody has said "
        "yet how far the data may go."
    ),
    "R-14": N_(
        "The data stayed because the date of birth is not known. Please ask at the citizen desk."
    ),
    "R-15": N_(
        "The data stayed because this person is under 18, and nobody who represents her or "
        "him has allowed this."
    ),
    "R-16": N_(
        "The data stayed because it is not on record that this person took part in the decision."
    ),
    "R-18": N_("The data stayed because the support measures recorded had no mandate in force."),
    "R-20": N_(
        "The genetic data stayed because not all the information that the law asks for had "
        "been given at the time of the answer."
    ),
}
"""To whoever decides for the person."""
