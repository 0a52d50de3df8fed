"""The sections of a request: how each begins, and what it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from governance.lives.access_requests.words import Item, RequestKind
from governance.lives.datasets.words import VariableRole
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import (
    DataCategory,
    ProhibitedUse,
    Purpose,
    Reach,
    RecipientKind,
)
from portal.forms.drafts import (
    AimForm,
    DataForm,
    ExceptionsForm,
    PeopleForm,
    PlaceForm,
    RecipientForm,
)
from portal.forms.form import Form
from portal.languages import N_
from portal.presenters.drafts import Draft, code_of
from portal.presenters.studies import study_name


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a request: its words, its form, how it begins and what it changes."""

    title: str
    form: type[Form]
    begins: Callable[[Draft], dict[str, Any]]
    changes: Callable[[Form, Any], dict[str, Any]]
    items: frozenset[Item]
    """The items of EHDS 67(2) that it answers."""


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _columns(form: Form, described: Any) -> frozenset[tuple[str, str]]:
    """Those written down, in whichever chosen dataset has them; else all that identify nobody."""
    wanted = _lines(form["columns"].data)
    return frozenset(
        (dataset.id, variable.name)
        for dataset in described
        if dataset.id in (form["datasets"].data or ())
        for variable in dataset.variables or ()
        if (variable.name in wanted if wanted else variable.role is not VariableRole.IDENTIFIER)
    )


def _lines(typed: str | None) -> set[str]:
    return {line.strip() for line in (typed or "").splitlines() if line.strip()}


def unknown_columns(form: Form, described: Any) -> list[str]:
    """Columns that were written down and that no chosen dataset has."""
    if "columns" not in form:
        return []
    return sorted(_lines(form["columns"].data) - {name for _, name in _columns(form, described)})


def _people(form: Form, _: Any) -> dict[str, Any]:
    more = map(SubjectId, _lines(form["more"].data))
    return {
        "study": code_of(form["study"].data),
        "leads": SubjectId(form["leads"].data),
        "named": frozenset(map(SubjectId, form["named"].data or ())) | frozenset(more),
    }


SECTIONS: dict[str, Section] = {
    "people": Section(
        N_("The study and its people"),
        PeopleForm,
        lambda d: {
            "study": study_name(d.study),
            "leads": d.leads or d.me,
            "named": sorted(d.named - {d.me}),
        },
        _people,
        frozenset({Item.A_APPLICANT}),
    ),
    "aim": Section(
        N_("What it is for"),
        AimForm,
        lambda d: {"kind": d.kind, "purposes": sorted(d.purposes), "benefit": d.benefit},
        lambda form, _: {
            "kind": RequestKind(form["kind"].data),
            "purposes": frozenset(map(Purpose, form["purposes"].data or ())),
            "benefit": form["benefit"].data or "",
        },
        frozenset({Item.B_PURPOSE, Item.C_BENEFIT}),
    ),
    "data": Section(
        N_("Which data"),
        DataForm,
        lambda d: {
            "datasets": sorted(d.datasets),
            "kinds": sorted(d.data),
            "columns": "\n".join(sorted({column for _, column in d.columns})),
            "pseudonymised": _yes(d.pseudonymised),
            "pseudonymisation": d.pseudonymisation,
            "brought_in": d.brought_in,
        },
        lambda form, described: {
            "datasets": frozenset(form["datasets"].data or ()),
            "data": frozenset(map(DataCategory, form["kinds"].data or ())),
            "columns": _columns(form, described),
            "pseudonymised": form["pseudonymised"].data == "yes",
            "pseudonymisation": form["pseudonymisation"].data or "",
            "brought_in": form["brought_in"].data or "",
        },
        frozenset({Item.D_DATA, Item.E_PSEUDONYMISED, Item.F_BROUGHT_IN}),
    ),
    "recipient": Section(
        N_("Who receives the data"),
        RecipientForm,
        lambda d: {
            "recipient": d.recipient,
            "place": d.place,
            "public": _yes(d.public),
            "safeguards": d.safeguards,
        },
        lambda form, _: {
            "recipient": RecipientKind(form["recipient"].data),
            "place": Reach(form["place"].data),
            "public": form["public"].data == "yes",
            "safeguards": form["safeguards"].data or "",
        },
        frozenset({Item.G_SAFEGUARDS}),
    ),
    "place": Section(
        N_("Where, how and how long"),
        PlaceForm,
        lambda d: {
            "environment": d.environment,
            "tools": ", ".join(d.tools),
            "starts": d.starts,
            "ends": d.ends,
            "ethics_information": d.ethics_information,
        },
        lambda form, _: {
            "environment": (form["environment"].data or "").strip(),
            "tools": tuple(
                tool.strip() for tool in (form["tools"].data or "").split(",") if tool.strip()
            ),
            "starts": form["starts"].data,
            "ends": form["ends"].data,
            "ethics_information": form["ethics_information"].data or "",
        },
        frozenset({Item.H_PERIOD, Item.I_TOOLS, Item.J_ETHICS}),
    ),
    "exceptions": Section(
        N_("Exceptions"),
        ExceptionsForm,
        lambda d: {
            "declared": sorted(d.declared),
            "override": _yes(d.override),
            "override_justification": d.override_justification,
        },
        lambda form, _: {
            "declared": frozenset(map(ProhibitedUse, form["declared"].data or ())),
            "override": form["override"].data == "yes",
            "override_justification": form["override_justification"].data or "",
        },
        frozenset({Item.K_OVERRIDE}),
    ),
}
