"""One visit to one page: who is there, in which language, and what a page may do with it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from starlette.datastructures import FormData, URLPath
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import NoMatchFound, Route

from governance.principals import Principal
from governance.refusals import Conflict, Refusal, Refused
from governance.service.ask import Sitting
from governance.service.attaching import DocumentWish
from governance.service.carry_out import Done, Once, Outcome, carry_out
from governance.service.house import House, new_id
from governance.service.together import carry_out_together
from governance.service.turns import Turn
from governance.service.web_state import Live
from governance.views.me import Myself
from governance.views.paging import FIRST, NEWEST, Part
from governance.views.paging import Page as Paging
from governance.views.question import Question
from governance.vocabulary.entries import Command
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Language, SubjectId
from portal.languages import Tongue, tongue
from portal.login import Login
from portal.page import OPEN_ACTS, Page
from portal.presenters.layout import (
    FOOT,
    Account,
    Frame,
    Link,
    languages_of,
    links,
    menu,
)
from portal.rendering import Renderer
from portal.security import Pace, caller_of

T = TypeVar("T")
KEY = "key"
"""The hidden field by which a form that is sent twice is carried out once."""


class NotShown(Exception):
    """There is nothing here, or nothing of hers: one page for both."""


class Contested(Exception):
    """Somebody else changed the same thing at the same time, several times in a row."""


@dataclass
class Visit:
    """What every page is given; pages know neither sessions nor databases."""

    request: Request
    page: Page
    language: Language
    house: House
    now: datetime
    """When the request came: what is said in it is said then."""
    sitting: Sitting
    """What a page asks is asked in one snapshot, so that its parts agree."""
    renderer: Renderer
    login: Login
    pace: Pace
    principal: Principal
    myself: Myself
    live: Live | None = None
    """Her session; None where she has not signed in."""
    form: FormData = field(default_factory=FormData)
    known: dict[str, Any] = field(default_factory=dict)
    """What one part of a page has looked up for another."""
    turn: Turn = field(default_factory=Turn)

    @property
    def tongue(self) -> Tongue:
        """The language of this visit, to speak it."""
        return tongue(self.language)

    def language_named(self, code: str | None) -> Language:
        """The language of this code; that of the visit where it is none of ours."""
        return Language(code) if code in set(Language) else self.language

    @property
    def me(self) -> SubjectId:
        """Her subject id."""
        return self.principal.subject

    @property
    def today(self) -> date:
        """The day of this visit, in Europe/Madrid."""
        return day_of(self.now)

    def named(self, part: str) -> str:
        """What stands in this part of the address, such as a ``thing`` by its id."""
        return str(self.request.path_params[part])

    async def slow_down(self, kind: str) -> None:
        """Count one more of this kind for this caller. Raises HTTPException (429)."""
        caller = self.live.session.handle if self.live else caller_of(self.request)
        if not await self.pace.allows(kind, caller):
            raise HTTPException(429)

    async def ask(self, question: Question[T]) -> T:
        """What she sees. Raises NotShown where that is nothing."""
        answer = await self.sitting.ask(question)
        if isinstance(answer, Refusal):
            raise NotShown
        return answer

    async def apart(self) -> House:
        """The house, for what is not asked here. The snapshot and the turn are given back first:
        whoever holds a connection waits for no other one, nor does anybody wait for those who wait
        outside. What is asked afterwards is seen anew.
        """
        await self.sitting.end()
        self.turn.give_back()
        return self.house

    async def carry_out(
        self, command: Command | DocumentWish, *, step: str = "", through: Any = carry_out
    ) -> Done | Refusal:
        """Carry out what a form asks for, once however often it is sent; ``through`` is what does
        more besides.

        ``step`` tells the commands of one form apart. Raises Contested where it cannot be decided.
        """
        house = await self.apart()
        outcome: Outcome = await through(house, command, by=self.principal, once=self._once(step))
        if isinstance(outcome, Conflict):
            raise Contested
        return outcome

    async def carry_out_together(self, commands: Sequence[Command]) -> Done | Refusal:
        """Carry out all that a form asks for, or none of it; once, however often it is sent."""
        house = await self.apart()
        return await carry_out_together(house, commands, by=self.principal, once=self._once(""))

    def _once(self, step: str) -> Once | None:
        key = self.form.get(KEY)
        if not isinstance(key, str) or not key:
            return None
        sent = [
            (name, value if isinstance(value, str) else f"{value.filename} {value.size}")
            for name, value in self.form.multi_items()
        ]
        return Once(f"{self.page.name} {key} {step}", json.dumps(sent).encode())

    async def must(self, command: Command, *, step: str = "") -> Done:
        """Carry out, or show why not on a page of its own. Raises Refused."""
        outcome = await self.carry_out(command, step=step)
        if isinstance(outcome, Refusal):
            raise Refused(outcome)
        return outcome

    def paging(self) -> Paging:
        """Which part of a long list the address asks for; nonsense is the first."""
        asked = self.request.query_params.get("page", "")
        is_number = asked.isascii() and asked.isdecimal() and len(asked) < 7
        return Paging(int(asked)) if is_number else FIRST

    def part(self) -> Part:
        """Which part of a list that only grows the address asks for."""
        asked = self.request.query_params.get("before", "")
        is_number = asked.isascii() and asked.isdecimal() and len(asked) < 16
        return Part(int(asked)) if is_number else NEWEST

    def new_key(self) -> str:
        """A key for a form about to be shown; one that was sent keeps its own."""
        key = self.form.get(KEY)
        return key if isinstance(key, str) and key else new_id()

    def handle(self, subject: SubjectId) -> str:
        """A name for somebody in addresses of this session; it means nothing elsewhere."""
        key = self.live.session.handle if self.live else ""
        return hmac.new(key.encode(), subject.encode(), hashlib.sha256).hexdigest()[:20]

    def url(self, name: str, **values: str | int) -> str:
        """The address of a page, in the language of this visit."""
        return str(self.path(name, **values))

    def path(self, name: str, **values: str | int) -> URLPath:
        """The same, to add to. Raises NoMatchFound for a page that this portal does not have.

        Looked up by name: the framework's own way tries every route, for every link of a page.
        """
        named = {"language": self.language.value, **values}
        route: Route | None = self.request.app.state.routes.get(name)
        if route is None:
            raise NoMatchFound(name, named)
        return route.url_path_for(name, **named)

    def draw(self, template: str, *, status: int = 200, **context: Any) -> Response:
        """A page of this template."""
        known = {"visit": self, "frame": self.frame(), **context}
        return HTMLResponse(self.renderer.draw(self.language, template, known), status)

    def frame(self) -> Frame:
        """What stands around every page of hers."""
        return Frame(
            home=self.url("start"),
            languages=languages_of(self.language, self.request.url.path),
            navigation=self._menu(),
            account=self._account(),
            sign_in=None if self.live else self.find("sign-in"),
            foot=links(FOOT, self.find, self.tongue, current=self.page.name),
        )

    def _menu(self) -> Sequence[Link]:
        acts = self.myself.acts if self.live else OPEN_ACTS
        return menu(acts, self.find, self.tongue, current=self.page.name)

    def _account(self) -> Account | None:
        if self.live is None:
            return None
        return Account(
            name=self.myself.name or self.tongue.gettext("Your account"),
            sessions=self.find("sessions"),
            sign_out=self.find("sign-out"),
            idle=self.login.limits.idle,
        )

    def find(self, name: str) -> str | None:
        """The address of a page; None where this portal has no such page."""
        try:
            return self.url(name)
        except NoMatchFound:
            return None

    def leave_for(self, name: str, *, said: str | None = None, **values: str | int) -> Response:
        """Go on to another page after a form; ``said`` is the code of what has been done."""
        address = self.url(name, **values)
        return RedirectResponse(f"{address}?said={said}" if said else address, 303)
