"""Deeds: one act on one thing, with a form of its own. Every wing lists its deeds in a table.

A deed says what it does, asks what it needs, and carries out its command. Whether somebody may do
it is judged when it is carried out; pages offer those that a view says she may.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from governance.refusals import Refusal, Refused
from governance.vocabulary.acts import Act
from governance.vocabulary.entries import Command
from portal.forms.form import Form
from portal.languages import Tongue
from portal.messages.refusals import in_words
from portal.page import Page
from portal.visit import Visit

Choices = Mapping[str, Sequence[tuple[str, str]]]
ToCommand = Callable[[Visit, str, Form], Command]
KEY = "thing"
"""The part of an address that names the thing a deed is done to."""
ONLY = ""
"""The name of a thing of which there is only one."""


class NoFields(Form):
    """A deed that asks nothing more."""


async def nothing(visit: Visit) -> Choices:
    """A form whose answers are always the same."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act: its words, its form, and the command that it becomes."""

    act: Act
    title: str
    says: str
    button: str
    command: ToCommand
    form: type[Form] = NoFields
    choices: Callable[[Visit], Awaitable[Choices]] = nothing
    """What can be answered to some fields of the form, where that depends on the thing."""
    ends: bool = False
    """It ends something for good: the button warns."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A deed as a page offers it."""

    title: str
    url: str


def offer(visit: Visit, title: str, page: str, thing: str) -> Offered:
    """A deed that has a page of another kind."""
    return Offered(visit.tongue.gettext(title), visit.url(page, **{KEY: thing}))


@dataclass(frozen=True, slots=True)
class Desk:
    """The deeds of one kind of thing: where they are done, and where one goes on afterwards."""

    name: str
    path: str
    """With ``{thing}``, as the page of the thing has it; without, where there is only one."""
    needs: Act
    deeds: Sequence[Deed]

    def pages(self) -> Iterator[Page]:
        """One page for each deed."""
        for deed in self.deeds:
            yield Page(
                name=f"{self.name}-{deed.act}",
                path=f"{self.path}/{deed.act}",
                needs=self.needs,
                show=self._show(deed),
                take=self._take(deed),
                acts=frozenset({deed.act}),
            )

    def offered(self, visit: Visit, thing: str, may: Iterable[Act]) -> list[Offered]:
        """The deeds that the tables let this visitor do to it now, in the order of the table."""
        allowed = set(may)
        return [
            Offered(
                visit.tongue.gettext(deed.title),
                visit.url(f"{self.name}-{deed.act}", **_named(thing)),
            )
            for deed in self.deeds
            if deed.act in allowed
        ]

    def _show(self, deed: Deed) -> Callable[[Visit], Awaitable[Response]]:
        async def show(visit: Visit) -> Response:
            return self._draw(visit, deed, await _form(visit, deed))

        return show

    def _take(self, deed: Deed) -> Callable[[Visit], Awaitable[Response]]:
        async def take(visit: Visit) -> Response:
            form = await _form(visit, deed)
            if not form.validate():
                return self._draw(visit, deed, form)
            outcome = await visit.carry_out(deed.command(visit, _thing(visit), form))
            if isinstance(outcome, Refusal):
                return self._refused(visit, deed, form, outcome)
            return RedirectResponse(visit.url(self.name, **_named(_thing(visit))), 303)

        return take

    def _refused(self, visit: Visit, deed: Deed, form: Form, refusal: Refusal) -> Response:
        """A field at fault is shown at its field; anything else has a page of its own."""
        if refusal.field is None or refusal.field not in form:
            raise Refused(refusal)
        form.blame(refusal.field, _words(visit.tongue, refusal))
        return self._draw(visit, deed, form)

    def _draw(self, visit: Visit, deed: Deed, form: Form) -> Response:
        thing = _thing(visit)
        return visit.draw(
            "deed.html",
            status=422 if form.errors else 200,
            deed=deed,
            form=form,
            action=visit.url(f"{self.name}-{deed.act}", **_named(thing)),
            back=visit.url(self.name, **_named(thing)),
            key=visit.new_key(),
        )


def _thing(visit: Visit) -> str:
    return str(visit.request.path_params.get(KEY, ONLY))


def _named(thing: str) -> dict[str, str]:
    return {} if thing == ONLY else {KEY: thing}


async def _form(visit: Visit, deed: Deed) -> Form:
    form = deed.form(visit.tongue, visit.form or None)
    for name, choices in (await deed.choices(visit)).items():
        form.offering(name, choices)
    return form


def _words(tongue: Tongue, refusal: Refusal) -> str:
    told = in_words(tongue, refusal)
    return " ".join((told.says, *told.items))
