"""A portal with nothing in it but signing in and out: what the pages do with ``portal.login``."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from governance.refusals import Refusal
from governance.service.web_state import Live, find_session
from governance.vocabulary.people import Language
from portal import login as sign_in
from portal.login import Browser, Login


def refused(refusal: Refusal) -> Response:
    """Which it was, for the test to read."""
    return JSONResponse({"code": refusal.code, "items": refusal.items}, 400)


class Portal:
    """Its few addresses."""

    def __init__(self, login: Login) -> None:
        self.login = login
        self.session = sign_in.session_cookie(secure=login.secure)
        self.pre_session = sign_in.pre_session_cookie(secure=login.secure)

    async def _live(self, request: Request) -> Live | None:
        session = request.cookies.get(self.session, "")
        return await find_session(self.login.house, session, self.login.limits)

    async def begin(self, request: Request) -> Response:
        """Off to the provider."""
        stepping_up = await self._live(request) if "step-up" in request.query_params else None
        begun = await sign_in.begin(
            self.login,
            next_path=request.query_params.get("next"),
            language=Language.BASQUE,
            pre_session=request.cookies.get(self.pre_session),
            stepping_up=stepping_up,
        )
        if isinstance(begun, Refusal):
            return refused(begun)
        response = RedirectResponse(begun.url, 303)
        sign_in.keep_pre_session(response, begun.pre_session, secure=self.login.secure)
        return response

    async def complete(self, request: Request) -> Response:
        """Back from the provider."""
        came_back = Browser(
            pre_session=request.cookies.get(self.pre_session),
            session=request.cookies.get(self.session),
            user_agent=request.headers.get("user-agent"),
        )
        done = await sign_in.complete(self.login, request.query_params.multi_items(), came_back)
        if isinstance(done, Refusal):
            return refused(done)
        response = RedirectResponse(done.next_path, 303)
        sign_in.keep_session(response, done.session_id, secure=self.login.secure)
        return response

    async def who(self, request: Request) -> Response:
        """Whom it sees."""
        live = await self._live(request)
        if live is None:
            return JSONResponse({}, 401)
        told = {"subject": live.session.subject, "stepped_up": live.stepped_up}
        return JSONResponse(told | {"browser": live.session.browser})

    async def leave(self, request: Request) -> Response:
        """Sign out here, and on to the provider."""
        session = request.cookies.get(self.session, "")
        leaving = await sign_in.sign_out(self.login, session, language=Language.BASQUE)
        response = RedirectResponse(leaving or sign_in.SIGNED_OUT_PATH, 303)
        sign_in.drop_cookie(response, self.session, secure=self.login.secure)
        return response

    async def told(self, request: Request) -> Response:
        """The provider says that somebody signed out there."""
        token = (await request.form()).get("logout_token")
        ended = await sign_in.end_at_provider(self.login, token)
        return refused(ended) if isinstance(ended, Refusal) else JSONResponse({"ended": ended})


def portal(login: Login) -> Starlette:
    """All of it."""
    here = Portal(login)
    return Starlette(
        routes=[
            Route("/sign-in", here.begin),
            Route(sign_in.CALLBACK_PATH, here.complete),
            Route(sign_in.BACK_CHANNEL_PATH, here.told, methods=["POST"]),
            Route("/who", here.who),
            Route("/sign-out", here.leave, methods=["POST"]),
        ]
    )
