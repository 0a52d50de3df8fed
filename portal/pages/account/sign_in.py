"""Signing in and out: thin edges of ``portal.login``, which decides whether it succeeds."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from governance.refusals import Refusal, Refused
from portal.login import (
    SIGNED_OUT_PATH,
    begin,
    complete,
    drop_cookie,
    end_at_provider,
    keep_pre_session,
    keep_session,
    local_path,
    pre_session_cookie,
    session_cookie,
    sign_out,
)
from portal.login.complete import Browser
from portal.presenters.layout import first_page
from portal.visit import Visit

BEGIN_PATH = "/sign-in/begin"
CONFIRM = "confirm"


async def ask(visit: Visit) -> Response:
    """Why one signs in, and the way to the provider: a link, for a form may not leave this site."""
    after = local_path(visit.request.query_params.get("next"), instead=visit.url("arrived"))
    told = {"next": after, "language": visit.language.value}
    confirm = visit.request.query_params.get(CONFIRM) and visit.live
    if confirm:
        told[CONFIRM] = "yes"
    return visit.draw(
        "account/sign-in.html",
        address=f"{BEGIN_PATH}?{urlencode(told)}",
        confirm=confirm,
        kept="/kept/" in after,
    )


async def arrived(visit: Visit) -> Response:
    """Whoever wanted no page when she signed in goes on to the one that she likely came for."""
    return visit.leave_for(first_page(visit.myself.acts))


async def leave_for_provider(visit: Visit) -> Response:
    """On to the provider, with what must come back remembered."""
    await visit.slow_down("sign-ins")
    await visit.apart()
    asked, secure = visit.request.query_params, visit.login.secure
    begun = await begin(
        visit.login,
        next_path=asked.get("next"),
        language=visit.language_named(asked.get("language")),
        pre_session=visit.request.cookies.get(pre_session_cookie(secure=secure)),
        stepping_up=visit.live if asked.get(CONFIRM) else None,
    )
    if isinstance(begun, Refusal):
        raise Refused(begun)
    response = RedirectResponse(begun.url, 303)
    keep_pre_session(response, begun.pre_session, secure=secure)
    return response


async def come_back(visit: Visit) -> Response:
    """The provider's answer: a session, or a page that says why not."""
    await visit.slow_down("sign-ins")
    await visit.apart()
    request, secure = visit.request, visit.login.secure
    browser = Browser(
        pre_session=request.cookies.get(pre_session_cookie(secure=secure)),
        session=request.cookies.get(session_cookie(secure=secure)),
        user_agent=request.headers.get("user-agent"),
    )
    outcome = await complete(visit.login, request.query_params.multi_items(), browser)
    if isinstance(outcome, Refusal):
        raise Refused(outcome)
    response = RedirectResponse(outcome.next_path, 303)
    keep_session(response, outcome.session_id, secure=secure)
    drop_cookie(response, pre_session_cookie(secure=secure), secure=secure)
    return response


async def leave(visit: Visit) -> Response:
    """Sign out here, and go on to sign out at the provider, which leads back."""
    await visit.apart()
    secure = visit.login.secure
    token = visit.request.cookies.get(session_cookie(secure=secure))
    address = await sign_out(visit.login, token, language=visit.language) if token else None
    response = RedirectResponse(address or SIGNED_OUT_PATH, 303)
    drop_cookie(response, session_cookie(secure=secure), secure=secure)
    return response


async def signed_out(visit: Visit) -> Response:
    """It is over."""
    return visit.draw("account/signed-out.html")


async def told_by_provider(visit: Visit) -> Response:
    """Somebody signed out elsewhere: her sessions end here (Back-Channel Logout 1.0, 2.8)."""
    await visit.apart()
    outcome = await end_at_provider(visit.login, visit.form.get("logout_token"))
    if isinstance(outcome, Refusal):
        raise HTTPException(400)
    return Response(status_code=200, headers={"Cache-Control": "no-store"})
