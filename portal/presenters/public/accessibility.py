"""The accessibility statement (RD 1112/2018, 15): honest about what nobody has tried yet."""

from __future__ import annotations

from datetime import date

from portal.languages import N_
from portal.presenters.public.explanation import Explanation, Part

REVIEWED = date(2026, 11, 25)
"""When the statement was last looked through."""
LOOK_AGAIN = REVIEWED.replace(year=REVIEWED.year + 1)
"""Once a year it has to be looked through again (RD 1112/2018, 15)."""

STATUS = Part(
    id="status",
    title=N_("How far we are"),
    says=(
        N_(
            "It is built for EN 301 549 and WCAG 2.2, level AA. It is partly conformant with Royal "
            "Decree 1112/2018, because of what stands below."
        ),
    ),
)
LACKS = Part(
    id="lacks",
    title=N_("What is not accessible, or not yet known to be"),
    points=(
        N_(
            "Nobody who uses a screen reader every day has tried it yet, nor has any panel of "
            "people with disabilities. No expert has looked through it by hand."
        ),
        N_(
            "Files that others attach to requests may not be accessible. Ask us for another form "
            "of them."
        ),
        N_("No native speaker has read the Basque yet, so that it may be harder to read."),
    ),
)
PREPARED = Part(
    id="prepared",
    title=N_("How we checked"),
    says=(
        N_(
            "We did it ourselves: automatic checks with axe, no rule switched off, and ways "
            "through the pages with the keyboard alone and without JavaScript. Such checks find "
            "only a part of what can be wrong."
        ),
        N_("Last looked through: %(reviewed)s"),
        N_("To be looked through again by: %(again)s"),
    ),
)
LATE = N_("That day has passed: this statement may say too much. Tell us what you find.")
"""Said instead of hoping that nobody reads the date."""
FEEDBACK = Part(
    id="feedback",
    title=N_("Tell us what does not work"),
    says=(
        N_(
            "Write to %(contact)s, or ask at the citizen desk, also for information in another "
            "form. You are answered within 20 working days."
        ),
    ),
)
COMPLAINT = Part(
    id="complaint",
    title=N_("If the answer does not help"),
    says=(
        N_(
            "You can complain to the same address, to the unit responsible for accessibility. It "
            "has two months; without an answer the complaint counts as rejected, and you can go to "
            "court. You can also turn to the Ombudsman of Navarre."
        ),
    ),
)
ACCESSIBILITY = Explanation(
    title=N_("Accessibility"),
    lead=N_(
        "This portal wants to be usable by everybody: by keyboard, with a screen reader, on a "
        "small telephone, with large letters, and without JavaScript."
    ),
    parts=(STATUS, LACKS, PREPARED, FEEDBACK, COMPLAINT),
)
