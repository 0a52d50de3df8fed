"""A request being written: what stands in it, changed section by section, as commands know it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from governance.lives.access_requests.words import Application, RequestKind
from governance.views.request_shown import RequestShown
from governance.vocabulary.erasable import text
from governance.vocabulary.people import SubjectId
from governance.vocabulary.purposes import (
    Cell,
    DataCategory,
    ProhibitedUse,
    Purpose,
    Reach,
    RecipientKind,
)
from portal.languages import Tongue
from portal.messages.numbers import listed

A_YEAR = timedelta(days=365)
TEXTS = (
    "benefit",
    "pseudonymisation",
    "brought_in",
    "safeguards",
    "ethics_information",
    "override_justification",
)


def task_of(title: str, href: str, lacking: Sequence[str], tongue: Tongue) -> dict[str, Any]:
    """A section in the list of what is to be written, with the items that it still lacks."""
    said = tongue.gettext("To be completed") if lacking else tongue.gettext("Complete")
    return {
        "text": title,
        "href": href,
        "hint": listed(tongue, lacking),
        "words": said,
        "kind": "wait" if lacking else "good",
    }


def code_of(title: str) -> str:
    """The code of a study: *Sleep and memory* is ``sleep-and-memory``."""
    return re.sub(r"[^\w]+", "-", title.strip().lower()).strip("-_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that an applicant writes, as plain values."""

    study: str
    me: SubjectId
    starts: date
    ends: date
    kind: RequestKind = RequestKind.DATASET
    leads: SubjectId | None = None
    named: frozenset[SubjectId] = frozenset()
    purposes: frozenset[Purpose] = frozenset()
    data: frozenset[DataCategory] = frozenset()
    columns: frozenset[tuple[str, str]] = frozenset()
    datasets: frozenset[str] = frozenset()
    recipient: RecipientKind = RecipientKind.PUBLIC_RESEARCH
    place: Reach = Reach.SPAIN
    public: bool = False
    pseudonymised: bool = False
    environment: str = ""
    tools: tuple[str, ...] = ()
    declared: frozenset[ProhibitedUse] = frozenset()
    override: bool = False
    benefit: str = ""
    pseudonymisation: str = ""
    brought_in: str = ""
    safeguards: str = ""
    ethics_information: str = ""
    override_justification: str = ""

    def fields(self) -> dict[str, Any]:
        """What ``DraftRequest`` and ``EditRequest`` have in common."""
        texts = {name: text(getattr(self, name)) for name in TEXTS}
        return {"application": self._application(), **texts}

    def _application(self) -> Application:
        return Application(
            kind=self.kind,
            study=self.study,
            principal_investigator=self.leads or self.me,
            named_persons=self.named | {self.me, self.leads or self.me},
            purposes=self.purposes,
            cells=frozenset(
                Cell(purpose, category, self.recipient)
                for purpose in self.purposes
                for category in self.data
            ),
            datasets=self.datasets,
            columns=self.columns,
            recipient=self.recipient,
            recipient_place=self.place,
            applicant_is_public=self.public,
            pseudonymised=self.pseudonymised,
            environment_id=self.environment,
            tools=self.tools,
            starts=self.starts,
            ends=self.ends,
            declared_uses=self.declared,
            opt_out_override=self.override,
        )

    def changed(self, **values: Any) -> Draft:
        """The same with another section."""
        return replace(self, **values)


def new_draft(study: str, me: SubjectId, today: date) -> Draft:
    """A request that has only a name yet, for a year from today."""
    return Draft(study=study, me=me, starts=today, ends=today + A_YEAR)


def draft_of(shown: RequestShown, me: SubjectId) -> Draft:
    """What stands in a request, as its applicant is shown it."""
    period, texts = shown.period, shown.texts
    assert period is not None, "an applicant is shown her whole request"
    written = {name: getattr(texts, name) or "" for name in TEXTS} if texts else {}
    return Draft(
        study=shown.study or "",
        me=me,
        starts=period.starts,
        ends=period.ends,
        kind=shown.kind or RequestKind.DATASET,
        leads=shown.principal_investigator.id if shown.principal_investigator else None,
        named=frozenset(one.id for one in shown.named_persons or ()),
        purposes=shown.purposes or frozenset(),
        data=frozenset(cell.category for cell in shown.cells or ()),
        columns=shown.variables or frozenset(),
        datasets=frozenset(one.id for one in shown.datasets or ()),
        recipient=shown.recipient or RecipientKind.PUBLIC_RESEARCH,
        place=shown.recipient_place or Reach.SPAIN,
        public=bool(shown.applicant_is_public),
        pseudonymised=bool(shown.pseudonymised),
        environment=shown.environment or "",
        tools=shown.tools or (),
        declared=shown.declared_uses or frozenset(),
        override=bool(shown.opt_out_override),
        **written,
    )
