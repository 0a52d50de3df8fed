"""Whom to ask and where to complain, with the terms for an answer (GDPR 12(3), LOPDGDD 37)."""

from __future__ import annotations

from portal.languages import N_
from portal.presenters.public.explanation import Explanation, Part

OFFICER = Explanation(
    title=N_("Contact the data protection officer"),
    lead=N_("Write to: %(contact)s"),
    parts=(
        Part(
            id="writing",
            title=N_("What to write"),
            says=(
                N_(
                    "Say what it is about, and how we can answer you. Send no health data and no "
                    "copy of your identity card by e-mail; if we need more, we ask."
                ),
            ),
        ),
        Part(
            id="answer",
            title=N_("When you are answered"),
            says=(
                N_(
                    "Within one month. If it needs longer, at most two months more, and you are "
                    "told why within the first."
                ),
            ),
        ),
        Part(
            id="whom",
            title=N_("Whom to ask"),
            points=(
                N_("About your choices and your record: here, or at the citizen desk."),
                N_("About a use that you do not understand: the data protection officer."),
                N_("About accessibility: the way that our statement describes."),
            ),
            ways=(("accessibility", N_("Accessibility")), ("privacy", N_("Privacy"))),
        ),
        Part(
            id="complaint",
            title=N_("Where to complain"),
            points=(
                N_("To the data protection officer, who answers complaints within two months."),
                N_(
                    "To the Spanish data protection agency (AEPD), Jorge Juan 6, 28001 Madrid, "
                    "www.aepd.es, at any time and without a fee. Complaints about an opt-out are "
                    "passed on to it."
                ),
                N_(
                    "About a permit or a refusal: the access body, within the term that its "
                    "decision names."
                ),
                N_("To a court, at any time."),
            ),
        ),
    ),
)
