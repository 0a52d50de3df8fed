"""How it works, with the seven items of EHDS 58(1), each a part of its own."""

from __future__ import annotations

from portal.languages import N_
from portal.presenters.public.explanation import Explanation, Part

CHOICES = Part(
    id="choices",
    title=N_("Two switches that are yours"),
    says=(
        N_(
            "With your choices you allow or refuse uses, one by one: for what, which data, for "
            "whom. Nothing is used that you have not allowed. When you withdraw, every later use "
            "stops, whatever has been permitted."
        ),
        N_(
            "With the opt-out you stop every use beyond care at once, without a reason. Under "
            "European law, a permit that was issued before may go on; withdrawing stops that as "
            "well."
        ),
        N_("What you were never asked, or never answered, counts as a no."),
    ),
    ways=(
        ("choices", N_("See and change your choices")),
        ("sheet", N_("The information that you read before choosing")),
    ),
)
EHDS_58_1 = (
    Part(
        id="legal-basis",
        title=N_("The law behind it"),
        points=(
            N_(
                "General Data Protection Regulation, articles 6 and 9: every dataset names the "
                "ground on which it may be used."
            ),
            N_(
                "Law 14/2007 on biomedical research: genetic data only with your express consent, "
                "and no study without a favourable opinion of an ethics committee."
            ),
            N_(
                "Organic Law 3/2018 on data protection and Law 41/2002 on patients: research keeps "
                "who you are apart from your health data."
            ),
            N_(
                "Laws of Navarre 17/2010 and 18/1986: you may know who read your data, and you are "
                "served in Spanish or in Basque."
            ),
            N_(
                "Regulation (EU) 2025/327 on the European Health Data Space: permits under it are "
                "possible from 26 March 2029, and for genetic data from 26 March 2031."
            ),
        ),
    ),
    Part(
        id="measures",
        title=N_("How the data are protected"),
        points=(
            N_(
                "Your name and your numbers never leave. Each permit has pseudonyms of its own, so "
                "that two studies cannot be put together."
            ),
            N_(
                "Data about single persons go only into a secure environment. Whoever works there "
                "is named in the permit and has promised secrecy."
            ),
            N_(
                "Nothing leaves about a handful of people, and counts of fewer than 10 people are "
                "not told."
            ),
            N_("Two officers sign each release, and neither of them has asked for the data."),
            N_("Every step is written into a ledger that nobody can change unseen."),
        ),
    ),
    Part(
        id="rights",
        title=N_("Your rights"),
        points=(
            N_("You may say no, change your mind at any time, and opt out without a reason."),
            N_("You may see your record, who read it, and who used your data for what."),
            N_(
                "You may have it corrected, erased, restricted or handed to you, and you may "
                "object."
            ),
            N_("You may complain."),
            N_("Your care stays the same, whatever you decide."),
        ),
    ),
    Part(
        id="exercise",
        title=N_("How you use your rights"),
        points=(
            N_("Here, once you have signed in: choose, withdraw, opt out, read your record."),
            N_("At the citizen desk: somebody does it with you."),
            N_("By writing to the data protection officer: %(contact)s."),
        ),
        says=(N_("It costs nothing, and you are answered within one month."),),
        ways=(("officer", N_("Whom to ask, and where to complain")),),
    ),
    Part(
        id="contact",
        title=N_("Who answers for it"),
        says=(
            N_(
                "The access body of the personalised-medicine programme of Navarre decides on "
                "requests and issues permits. It is reached through its data protection officer: "
                "%(contact)s."
            ),
        ),
    ),
    Part(
        id="granted",
        title=N_("Who may use which data, and what for"),
        says=(
            N_(
                "Everybody can read who asked for which data and what for, how it was decided and "
                "why, and what was delivered. Nothing is taken out again."
            ),
        ),
        ways=(
            ("register", N_("Public register")),
            ("datasets", N_("Datasets that can be asked for")),
        ),
    ),
    Part(
        id="outcomes",
        title=N_("What came of it"),
        says=(
            N_(
                "The register tells of each study how many people its releases held, what was "
                "taken back, and what was done about misuse."
            ),
            N_(
                "Whoever used data has to publish the results within 18 months. These publications "
                "are not in the register yet."
            ),
        ),
    ),
)
"""Legal basis, measures, rights, how to use them, whom to reach, who was granted what, and what
came of it: letters (a) to (g), in this order."""
AGES = Part(
    id="ages",
    title=N_("Children and young people"),
    points=(
        N_("Until 14, the parents decide and see everything."),
        N_("From 14, a young person sees her own record, and can say no herself. Her no stands."),
        N_("From 16, she decides about her care. In research that changes nothing."),
        N_(
            "Until 18, the parents decide about research. From 14 on she takes part: without her "
            "nothing is used."
        ),
        N_("At 18 everything passes to her by itself, and what her parents allowed ends."),
    ),
)
RELATIVES = Part(
    id="relatives",
    title=N_("Relatives"),
    says=(
        N_(
            "Genetic data say something about relatives too. Where a dataset links families, "
            "everybody concerned has to allow it."
        ),
    ),
)
CHECKING = Part(
    id="checking",
    title=N_("How anybody can check us"),
    says=(
        N_("Every decision, permit and release is an entry of one ledger that only grows."),
        N_(
            "We publish signed checkpoints of the ledger. Whoever keeps one can show any later "
            "change, with a small program that needs nothing of ours."
        ),
    ),
    ways=(("checkpoints", N_("Signed checkpoints")),),
)
HOW_IT_WORKS = Explanation(
    title=N_("How it works"),
    lead=N_("Beyond your care, your data are used only as you allow, and everybody can check it."),
    parts=(CHOICES, *EHDS_58_1, AGES, RELATIVES, CHECKING),
)
