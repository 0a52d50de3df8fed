"""Where to go from the first page: three ways, for whoever comes."""

from __future__ import annotations

from portal.languages import N_
from portal.presenters.public.explanation import Explanation, Part

WAYS = (
    Part(
        id="citizens",
        title=N_("It is about my data"),
        says=(N_("Decide, change your mind, see who used your data and who read your record."),),
        ways=(
            ("home", N_("My data")),
            ("uses", N_("Who used my data")),
            ("opt-out", N_("Opt out of everything beyond care")),
            ("sheet", N_("The information that you read before choosing")),
        ),
    ),
    Part(
        id="researchers",
        title=N_("I want to use data"),
        says=(N_("Find out which data there are, ask for them, and follow your request."),),
        ways=(
            ("datasets", N_("Datasets that can be asked for")),
            ("requests", N_("My requests")),
            ("committee-members", N_("Who sits on the ethics committee")),
        ),
    ),
    Part(
        id="everybody",
        title=N_("I want to know what happens"),
        says=(N_("Read who asked for what, how it was decided, and check us."),),
        ways=(
            ("how-it-works", N_("How it works")),
            ("register", N_("Public register")),
            ("checkpoints", N_("Signed checkpoints")),
        ),
    ),
)
START = Explanation(
    title=N_("Your health data, your decision"),
    lead=N_(
        "Your data help to treat you. They can also help to plan services, to find new treatments, "
        "and to teach. Beyond your care, nothing is used unless you allow it."
    ),
    parts=WAYS,
)
STEPS = (
    N_("You say what may be done with your data, and you can change it at any time."),
    N_("Whoever wants to use data asks for them, and everybody can read what was asked."),
    N_("An ethics committee decides, and the authority issues a permit for a certain time."),
    N_(
        "Two officers sign. At that instant every rule is judged for every person: only who "
        "allows it is in."
    ),
    N_("You see who used your data, what for, and what came of it; or why they were left out."),
)
"""How a decision becomes a use; the picture beside it shows the same."""
