"""The questions of a choice, and the answers to be checked, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from governance.views.sheets import SheetShown
from governance.vocabulary.purposes import (
    FAMILY,
    DataCategory,
    Purpose,
    PurposeFamily,
    Reach,
    RecipientKind,
)
from portal.languages import N_, Tongue
from portal.messages.names import explanation, name
from portal.presenters.citizen.choosing import (
    ASKED,
    DATA,
    REACH,
    RECIPIENTS,
    TOOK_PART,
    Choosing,
    Extent,
)

KINDS = "kinds"
EXTENTS = {
    Extent.ALL: N_("Yes, all of it"),
    Extent.SOME: N_("Yes, but only some"),
    Extent.NONE: N_("No"),
}
EXTENTS_EXPLAINED = {
    Extent.ALL: N_("Every kind of data, for everybody who may ask for it."),
    Extent.SOME: N_("You choose which data, and who may use them."),
    Extent.NONE: N_("Your data are not used for this. Your care stays the same."),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be given."""

    value: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the field that answers it, how it is asked, and what may be answered."""

    field: str
    several: bool
    title: str
    caption: str
    hint: str
    options: tuple[Option, ...]
    uses: tuple[Option, ...] = ()
    """For a family: what its purposes are, one by one."""
    topic: str = ""
    """The family that a question goes into: it tells apart pages that ask the same of each."""

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be answered, as a field of a form knows it."""
        return [(one.value, one.text) for one in self.options]

    @property
    def hints(self) -> dict[str, str]:
        """What each answer means, where more than its words is needed."""
        return {one.value: one.hint for one in self.options if one.hint}


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to be checked, and where it can be changed."""

    question: str
    answers: tuple[str, ...]
    change: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The information sheet, to be read before choosing."""

    version: str
    text: str


def question(step: str, tongue: Tongue, *, name: str | None) -> Question:
    """The question of one step; ``name`` is that of the person acted for."""
    about = tongue.gettext("For %(name)s") % {"name": name} if name else ""
    family, _, detail = step.partition(".")
    if step == REACH:
        title = tongue.gettext("How far may the data go?")
        return Question(REACH, False, title, about, "", _options(Reach, tongue))
    if step == TOOK_PART:
        return _took_part(tongue, about)
    topic = _named(PurposeFamily(family), tongue)
    caption = " · ".join(filter(None, (about, topic)))
    if detail == DATA:
        title, kinds = tongue.gettext("Which data may be used?"), _options(DataCategory, tongue)
        return Question(KINDS, True, title, caption, "", kinds, topic=topic)
    if detail == RECIPIENTS:
        title, who = tongue.gettext("Who may use them?"), _options(RecipientKind, tongue)
        return Question(RECIPIENTS, True, title, caption, "", who, topic=topic)
    return _family(PurposeFamily(family), tongue, about)


def _family(family: PurposeFamily, tongue: Tongue, about: str) -> Question:
    titles = {
        PurposeFamily.SERVICE_MANAGEMENT: N_("May the data be used to run and plan the service?"),
        PurposeFamily.RESEARCH: N_("May the data be used for research and teaching?"),
        PurposeFamily.DEVELOPMENT: N_("May the data be used to develop products and services?"),
    }
    uses = [purpose for purpose in Purpose if FAMILY[purpose] is family]
    extents = tuple(
        Option(one, tongue.gettext(EXTENTS[one]), tongue.gettext(EXTENTS_EXPLAINED[one]))
        for one in Extent
    )
    return Question(
        field="extent",
        several=False,
        title=tongue.gettext(titles[family]),
        caption=about,
        hint=explanation(tongue, family),
        options=extents,
        uses=_options(uses, tongue),
    )


def _took_part(tongue: Tongue, about: str) -> Question:
    options = (
        Option("yes", tongue.gettext("Yes"), ""),
        Option("no", tongue.gettext("No"), tongue.gettext("For example because of a young age.")),
    )
    title = tongue.gettext("Did the minor take part in this decision?")
    hint = tongue.gettext("A minor is listened to, according to age and maturity.")
    return Question("took_part", False, title, about, hint, options)


def _named(code: StrEnum, tongue: Tongue) -> str:
    return name(tongue, code)


def _options(codes: Iterable[StrEnum], tongue: Tongue) -> tuple[Option, ...]:
    return tuple(Option(one.value, name(tongue, one), explanation(tongue, one)) for one in codes)


def answers(so_far: Choosing, urls: Mapping[str, str], tongue: Tongue) -> tuple[Row, ...]:
    """Every answer so far, to be checked; ``urls`` are where each can be changed."""
    rows = [row for family in ASKED for row in _of_family(family, so_far, urls, tongue)]
    far = name(tongue, so_far.reach) if so_far.reach else ""
    rows.append(Row(question(REACH, tongue, name=None).title, (far,), urls[REACH]))
    if so_far.for_minor:
        told = {True: tongue.gettext("Yes"), False: tongue.gettext("No")}
        said = "" if so_far.took_part is None else told[so_far.took_part]
        rows.append(Row(question(TOOK_PART, tongue, name=None).title, (said,), urls[TOOK_PART]))
    return tuple(rows)


def _of_family(
    family: PurposeFamily, so_far: Choosing, urls: Mapping[str, str], tongue: Tongue
) -> list[Row]:
    said, title = so_far.of(family), name(tongue, family)
    extent = tongue.gettext(EXTENTS[said.extent]) if said.extent else ""
    rows = [Row(title, (extent,), urls[family.value])]
    if said.extent is Extent.SOME:
        for detail, chosen in ((DATA, said.data), (RECIPIENTS, said.recipients)):
            step = f"{family.value}.{detail}"
            asked = question(step, tongue, name=None).title
            in_order = (one for one in (*DataCategory, *RecipientKind) if one in chosen)
            words = tuple(name(tongue, one) for one in in_order)
            rows.append(Row(f"{title}: {asked}", words, urls[step]))
    return rows


def sheet(shown: SheetShown, tongue: Tongue) -> Sheet:
    """The sheet in the language of the reader."""
    texts = shown.texts or {}
    return Sheet(f"{shown.major}.{shown.minor}", texts.get(tongue.language, ""))
