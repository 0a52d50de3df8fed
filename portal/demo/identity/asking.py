"""Who is it? A request is answered at once, or once somebody was chosen, or has confirmed."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from authlib.oauth2 import OAuth2Error
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from portal.demo.identity.memory import Asked
from portal.demo.identity.pages import Pages
from portal.demo.identity.personas import CONFIRMED, Persona, Session
from portal.demo.identity.server import ProviderRequest, ProviderServer

CLICKED_AGAIN = 10
"""Seconds in which a second click on the same page gets the answer of the first."""


class Asking:
    """From a client's request to the code that answers it."""

    def __init__(self, server: ProviderServer, pages: Pages, personas: Sequence[Persona]) -> None:
        self.server, self.pages = server, pages
        self.personas = {persona.sub: persona for persona in personas}

    def begin(self, request: Request, browser: str) -> Response:
        """A request comes in."""
        params = request.query_params.multi_items()
        session = self.server.memory.sessions.get(browser)
        asked = self._read(params)
        try:
            grant = self.server.get_consent_grant(asked, end_user=session)
        except OAuth2Error as error:
            return self._refused(request, asked, error)
        except ValueError:  # Authlib: a description with characters that no error may have
            return self.pages.wrong(request)
        if session is not None and grant.prompt != "login" and _is_enough(session, asked.args):
            return self._given(asked, grant, session)
        key = self.server.memory.keep_asked(params, browser)
        again = grant.prompt == "login" or _must_confirm(asked.args)
        self.server.memory.asked[key].session = session if again else None
        spoken = {name: v for name, v in asked.args.items() if name == "ui_locales"}
        return RedirectResponse(f"/asked/{key}?{urlencode(spoken)}", 303)

    def go_on(
        self, request: Request, key: str, browser: str | None, clicked: Mapping[str, str]
    ) -> Response:
        """She looks at the page, or has clicked on it."""
        waiting = self.server.memory.asked.get(key)
        if waiting is None or browser != waiting.browser or waiting.ends < time.time():
            return self.pages.wrong(request)
        if waiting.answer is not None and clicked:
            return RedirectResponse(waiting.answer, 303)
        if not clicked:
            return self._shown(request, waiting)
        if not self._clicked(waiting, clicked):
            return RedirectResponse(f"/asked/{key}?{request.url.query}", 303)
        asked = self._read(waiting.params)
        grant = self.server.get_consent_grant(asked, end_user=waiting.session)
        given = self._given(asked, grant, waiting.session)
        waiting.answer, waiting.ends = given.headers["location"], time.time() + CLICKED_AGAIN
        return given

    def _clicked(self, waiting: Asked, clicked: Mapping[str, str]) -> bool:
        """Whether the request can be answered now, with the session that waits with it, if any."""
        if "cancel" in clicked or "other" in clicked:
            waiting.session = None
            return "cancel" in clicked
        if "confirm" in clicked and waiting.session is not None:
            waiting.session.confirm()
            return True
        if clicked.get("persona") in self.personas:
            chosen = Session(self.personas[clicked["persona"]])
            self.server.memory.sessions[waiting.browser] = waiting.session = chosen
            return not _must_confirm(dict(waiting.params))
        return False

    def _shown(self, request: Request, waiting: Asked) -> Response:
        if waiting.session is not None:
            persona = waiting.session.persona
            return self.pages.draw(request, "confirm.html", "confirm", persona=persona)
        personas = list(self.personas.values())
        return self.pages.draw(request, "choose.html", "choose", personas=personas)

    def _given(self, asked: ProviderRequest, grant: Any, session: Session | None) -> Response:
        answer: Response = self.server.create_authorization_response(
            asked, grant_user=session, grant=grant
        )
        return answer

    def _refused(self, request: Request, asked: ProviderRequest, error: OAuth2Error) -> Response:
        """Told to the client where it is known that it asked; else to whoever looks."""
        if error.redirect_uri:
            answer: Response = self.server.handle_error_response(asked, error)
            return answer
        return self.pages.wrong(request)

    def _read(self, params: Sequence[tuple[str, str]]) -> ProviderRequest:
        return ProviderRequest("GET", f"{self.server.issuer}/authorize", params)


def _must_confirm(args: Mapping[str, str]) -> bool:
    return CONFIRMED in args.get("acr_values", "").split()


def _is_enough(session: Session, args: Mapping[str, str]) -> bool:
    """Whether what she has shown before answers this request too."""
    oldest = args.get("max_age", "")
    if oldest.isdecimal() and time.time() - session.auth_time >= int(oldest):
        return False
    return session.acr == CONFIRMED or not _must_confirm(args)
