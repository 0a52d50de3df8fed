"""Who used a citizen's data, and what for: each delivered release as a page tells it."""

from __future__ import annotations

from dataclasses import dataclass

from governance.views.paging import Paged
from governance.views.uses import RemovalStatus, Use
from portal.languages import N_, Tongue
from portal.messages.dates import day
from portal.messages.names import name
from portal.messages.numbers import listed
from portal.messages.rules import because
from portal.presenters.studies import study_name

TAGS = {
    (True, True): N_("Your data were handed over"),
    (True, False): N_("Your data stayed"),
    (False, True): N_("The data were handed over"),
    (False, False): N_("The data stayed"),
}
"""By whether the reader is the citizen herself, and whether her data were in it."""
REMOVALS = {
    RemovalStatus.DUE: N_("The recipient is told to remove them, and must confirm it."),
    RemovalStatus.NOTIFIED: N_("The recipient has been told to remove them."),
    RemovalStatus.CONFIRMED: N_("The recipient has confirmed that they were removed."),
    RemovalStatus.RECALLED: N_("The whole delivery was called back."),
}


@dataclass(frozen=True, slots=True)
class UseLine:
    """One delivery."""

    study: str
    when: str
    included: bool
    tag: str
    colour: str
    leads: str
    purposes: str
    data: str
    reasons: tuple[str, ...]
    removal: str


def used(uses: Paged[Use], tongue: Tongue, *, own: bool) -> Paged[UseLine]:
    """One page of deliveries; ``own`` where the reader is the citizen herself."""
    return uses.mapped(lambda use: _line(use, tongue, own=own))


def _line(use: Use, tongue: Tongue, *, own: bool) -> UseLine:
    included = bool(use.included)
    person = use.principal_investigator.name if use.principal_investigator else None
    recipient = name(tongue, use.recipient) if use.recipient else None
    status = use.removal.status if use.removal else RemovalStatus.NOT_NEEDED
    return UseLine(
        study=study_name(use.study),
        when=day(tongue, use.delivered_on) if use.delivered_on else "",
        included=included,
        tag=tongue.gettext(TAGS[own, included]),
        colour="blue" if included else "grey",
        leads=", ".join(filter(None, (person, recipient))),
        purposes=listed(tongue, [name(tongue, one) for one in sorted(use.purposes or ())]),
        data=listed(tongue, [name(tongue, one) for one in sorted(use.categories or ())]),
        reasons=tuple(because(tongue, rule, own=own) for rule in use.reason or ()),
        removal=tongue.gettext(REMOVALS[status]) if included and status in REMOVALS else "",
    )
