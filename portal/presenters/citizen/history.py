"""Everything that was said about a citizen's data, act by act, in words."""

from __future__ import annotations

from dataclasses import dataclass

from governance.lives.consents import events as happened
from governance.views.acts import ConsentAct
from governance.views.paging import FIRST, Paged
from governance.vocabulary.people import Capacity, Channel
from governance.vocabulary.purposes import ALL_CELLS, FAMILY, Cell
from portal.languages import N_, Tongue
from portal.messages.dates import instant
from portal.messages.names import name, name_within
from portal.messages.numbers import listed
from portal.presenters.studies import study_name

WORDS = {
    happened.OptedOut.CODE: N_("Opted out of all uses beyond care"),
    happened.OptOutLifted.CODE: N_("Came back after opting out"),
    happened.EverythingWithdrawn.CODE: N_("Withdrew everything"),
    happened.MinorRefused.CODE: N_("Said no myself"),
    happened.MinorRefusalLifted.CODE: N_("Took my own no back"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One act."""

    position: int
    what: str
    when: str
    how: str


def lines(acts: Paged[ConsentAct] | None, tongue: Tongue) -> Paged[Line]:
    """One page of the history; nothing where it is not shown."""
    if acts is None:
        return Paged((), 0, FIRST)
    return acts.mapped(lambda act: line(act, tongue))


def line(act: ConsentAct, tongue: Tongue) -> Line:
    """One act in one line: what was said, when, and by whom if not by herself online."""
    return Line(
        act.position, what(act, tongue), instant(tongue, act.effective_at), _how(act, tongue)
    )


def what(act: ConsentAct, tongue: Tongue) -> str:
    """What was said."""
    if act.code in WORDS:
        return tongue.gettext(WORDS[act.code])
    if act.reach is not None:
        return tongue.gettext("Set how far data may go: %(reach)s") % {
            "reach": name(tongue, act.reach)
        }
    if act.study is not None and act.says is not None:
        said = {"says": name(tongue, act.says), "study": study_name(act.study)}
        return tongue.gettext("%(says)s: the study “%(study)s”") % said
    if act.says is None:
        return act.code
    return f"{name(tongue, act.says)}: {_cells(act.cells, tongue)}"


def _cells(cells: frozenset[Cell], tongue: Tongue) -> str:
    if cells == ALL_CELLS:
        return tongue.gettext("every use beyond care")
    families = sorted({FAMILY[cell.purpose] for cell in cells})
    return listed(tongue, [name(tongue, family) for family in families])


def _how(act: ConsentAct, tongue: Tongue) -> str:
    parts = []
    if act.capacity is not Capacity.SELF:
        who = {"name": act.giver.name or "", "capacity": name_within(tongue, act.capacity)}
        parts.append(tongue.gettext("by %(name)s (%(capacity)s)") % who)
    if act.channel is not Channel.ONLINE:
        parts.append(name(tongue, act.channel))
    return " · ".join(parts)
