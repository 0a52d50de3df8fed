"""Who comes to which page: the session, the way in, and a clear page for whatever goes wrong."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlencode

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from governance.principals import PUBLIC
from governance.refusals import Refused
from governance.service import web_state
from governance.service.ask import Sitting
from governance.service.house import House
from governance.service.turns import Turn, Turns
from governance.service.web_state import Live
from governance.views.me import Myself, WhoAmI
from governance.vocabulary.acts import NEEDS_STEP_UP, Act
from governance.vocabulary.people import Language
from portal.languages import preferred
from portal.login import Login, session_cookie
from portal.observing import observe
from portal.page import Handler, Page
from portal.rendering import Renderer
from portal.security import Pace
from portal.visit import Contested, NotShown, Visit
from portal.wrong import wrong

Endpoint = Callable[[Request], Awaitable[Response]]
LANGUAGE_COOKIE = "baimena-language"
A_YEAR = 365 * 24 * 3600
FORMS = "forms"
NOBODY = Myself(None, frozenset(), frozenset())
BROKEN = Page(name="broken", path="/broken", needs=Act.READ_REGISTER)
log = structlog.get_logger("portal")


@dataclass(frozen=True)
class Reception:
    """Receives every request, and leads it to its page."""

    house: House
    renderer: Renderer
    pace: Pace
    login: Login
    turns: Turns = field(default_factory=Turns)

    @property
    def session_cookie(self) -> str:
        """The name of the cookie of a session."""
        return session_cookie(secure=self.login.secure)

    def endpoint(self, page: Page) -> Endpoint:
        """What the framework calls for one page."""

        async def receive(request: Request) -> Response:
            began = perf_counter()
            async with self.turns.turn() as turn:
                visit = await self._visit(request, page, turn)
                try:
                    response = self._finish(await self._let_in(visit), visit)
                finally:
                    await visit.form.close()
                    await visit.sitting.end(for_good=True)  # logs what was read: then it leaves
            observe(page.name, response.status_code, perf_counter() - began)
            return response

        return receive

    def language_of(self, request: Request) -> Language:
        """As the address says, else as remembered, else as the browser asks."""
        said = request.url.path.lstrip("/").partition("/")[0]
        if said in set(Language):
            return Language(said)
        return preferred(
            request.cookies.get(LANGUAGE_COOKIE), request.headers.get("accept-language")
        )

    async def _live(self, request: Request) -> Live | None:
        token = request.cookies.get(self.session_cookie)
        live = await web_state.find_session(self.house, token, self.login.limits) if token else None
        if live is not None:
            await web_state.touch(self.house, live)
        return live

    async def _visit(self, request: Request, page: Page, turn: Turn) -> Visit:
        language, live = self.language_of(request), await self._live(request)
        principal = PUBLIC if live is None else live.principal
        now, sitting = self.house.clock(), Sitting(self.house, by=principal)
        myself = await sitting.ask(WhoAmI())
        assert isinstance(myself, Myself), "nobody is refused an answer about herself"
        return Visit(
            request=request,
            page=page,
            language=language,
            house=self.house,
            now=now,
            sitting=sitting,
            renderer=self.renderer,
            principal=principal,
            myself=myself,
            live=live,
            login=self.login,
            pace=self.pace,
            turn=turn,
        )

    async def _let_in(self, visit: Visit) -> Response:
        try:
            handler = _handler(visit)
            if visit.request.method == "POST":
                await self._read_form(visit)
            if visit.live is None and not visit.page.is_open:
                return await self._to_sign_in(visit)
            if visit.page.acts & NEEDS_STEP_UP and not visit.principal.stepped_up:
                return await self._to_sign_in(visit, confirm="yes")
            return await handler(visit)
        except NotShown:
            return wrong(visit, 404)
        except Contested:
            return wrong(visit, 409)
        except Refused as refused:
            return wrong(visit, 403, refusal=refused.refusal)
        except HTTPException as fault:
            return wrong(visit, fault.status_code)

    async def _read_form(self, visit: Visit) -> None:
        request = visit.request
        declared = request.headers.get("content-length", "0")
        if not declared.isdecimal() or int(declared) > visit.page.form_bytes:
            raise HTTPException(413)
        await visit.slow_down(FORMS)
        await visit.apart()  # it comes as slowly as its sender wants
        visit.form = await request.form(max_files=1, max_fields=500)

    async def _to_sign_in(self, visit: Visit, **more: str) -> Response:
        """Sign in first; a form that was sent waits meanwhile, for whoever sent it."""
        after = visit.request.url.path
        token = visit.request.cookies.get(self.session_cookie)
        if visit.request.method == "POST" and token:
            fields = [(k, v) for k, v in visit.form.multi_items() if isinstance(v, str)]
            house = await visit.apart()
            parked = await web_state.park_form(house, token, after, urlencode(fields).encode())
            after = visit.url("kept-form", form=parked) if parked else after
        return RedirectResponse(_sign_in(visit, after, **more), 303)

    async def broken(self, request: Request, fault: Exception) -> Response:
        """What we did not expect: told to whoever runs this, without what the visitor sent."""
        where = traceback.extract_tb(fault.__traceback__)[-1]
        log.error("broken", kind=type(fault).__name__, file=where.name, line=where.lineno)
        language = self.language_of(request)
        visit = Visit(
            request=request,
            page=BROKEN,
            language=language,
            house=self.house,
            now=self.house.clock(),
            sitting=Sitting(self.house, by=PUBLIC),
            renderer=self.renderer,
            login=self.login,
            pace=self.pace,
            principal=PUBLIC,
            myself=NOBODY,
        )
        return wrong(visit, 500)

    def _finish(self, response: Response, visit: Visit) -> Response:
        personal = visit.live is not None or not visit.page.is_open
        response.headers.setdefault("Cache-Control", "no-store" if personal else "no-cache")
        if visit.page.spoken and visit.request.cookies.get(LANGUAGE_COOKIE) != visit.language:
            response.set_cookie(
                LANGUAGE_COOKIE,
                visit.language.value,
                max_age=A_YEAR,
                secure=self.login.secure,
                httponly=True,
                samesite="lax",
            )
        return response


def _handler(visit: Visit) -> Handler:
    """What answers this method here. Raises NotShown for an address that speaks no language of
    ours, HTTPException (405) for a method that the page does not answer.
    """
    page, method = visit.page, visit.request.method
    said = visit.request.path_params.get("language")
    if page.spoken and said != visit.language.value:
        raise NotShown
    handler = page.take if method == "POST" else page.show if method in ("GET", "HEAD") else None
    if handler is None:
        raise HTTPException(405 if page.methods else 404)
    return handler


def _sign_in(visit: Visit, after: str, **more: str) -> str:
    return f"{visit.url('sign-in')}?{urlencode({'next': after, **more})}"
