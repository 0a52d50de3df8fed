"""What fails on the way is a clear refusal: a provider that is gone, and moments in between."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from joserfc.jwk import ECKey

from governance.refusals import Refusal
from governance.service import web_state
from governance.vocabulary.people import Language
from portal.login import begin, end_at_provider
from portal.login.provider import OpenIDProvider, ProviderUnavailable
from tests.portal.sign_in.browser import refusal
from tests.portal.sign_in.conftest import Scene

NOWHERE = "http://127.0.0.1:9"
UNAVAILABLE = Refusal("identity-provider-unavailable")
ASKED = {"step-up": "yes"}

pytestmark = pytest.mark.parametrize("provider", ["demo"], indirect=True)


async def publish(scene: Scene, **changes: Any) -> None:
    """The provider publishes something else from now on."""
    provider = scene.login.provider
    provider._published = (time.monotonic(), replace(await provider.published(), **changes))


async def test_without_a_provider_nobody_signs_in_and_nothing_breaks(scene: Scene) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    gone = OpenIDProvider(
        NOWHERE, client_id="x", key=ECKey.generate_key("P-256"), scope="openid", clock=time.time
    )
    object.__setattr__(scene.login, "provider", gone)
    assert await begin(scene.login, next_path="/", language=Language.BASQUE) == UNAVAILABLE
    assert await end_at_provider(scene.login, "x.y.z") == UNAVAILABLE
    assert refusal(await scene.ane.come_back(callback)) == ("sign-in-answer-invalid", ("iss",))
    leaving = await scene.ane.http.post(f"{scene.ane.portal}/sign-out")
    assert leaving.headers["location"] == "/signed-out"
    await gone.close()


async def test_a_provider_that_is_gone_when_she_comes_back(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    for what in ("published", "token_endpoint", "jwks_uri"):
        callback = await scene.ane.at_provider(await scene.ane.begin())
        if what == "published":

            async def gone() -> None:
                raise ProviderUnavailable

            with monkeypatch.context() as until:
                until.setattr(scene.login.provider, "published", gone)
                answer = await scene.ane.come_back(callback)
        else:
            await publish(scene, **{what: f"{NOWHERE}/"})
            answer = await scene.ane.come_back(callback)
            scene.login.provider._published = None
        assert refusal(answer) == (UNAVAILABLE.code, ()), what


async def test_a_provider_without_keys_is_as_good_as_gone(scene: Scene) -> None:
    await publish(scene, jwks_uri=f"{scene.provider.issuer}/.well-known/openid-configuration")
    assert refusal(await scene.ane.sign_in()) == (UNAVAILABLE.code, ())


async def test_without_an_address_for_it_signing_out_ends_here(scene: Scene) -> None:
    await scene.ane.sign_in()
    await publish(scene, end_session_endpoint=None)
    leaving = await scene.ane.http.post(f"{scene.ane.portal}/sign-out")
    assert leaving.headers["location"] == "/signed-out"
    assert await scene.ane.am() == {}


async def test_somebody_whom_we_cannot_be_sure_of_is_not_signed_in(scene: Scene) -> None:
    scene.answer_with(claims={"sub": "ñ"})
    assert refusal(await scene.ane.sign_in()) == ("account-malformed", ())
    assert await scene.ane.am() == {}


async def test_an_answer_with_an_id_token_alone_is_enough(scene: Scene) -> None:
    heard = scene.overhear()
    await scene.ane.sign_in()
    assert heard[0].keys() >= {"id_token", "access_token"}
    scene.answer_with(without="access_token")
    assert (await scene.ane.sign_in()).status_code == 303


async def test_a_confirmation_without_a_cookie_is_worth_nothing(scene: Scene) -> None:
    await scene.ane.sign_in()
    callback = await scene.ane.at_provider(await scene.ane.begin(**ASKED))
    scene.ane.http.cookies.delete("baimena-demo")
    assert refusal(await scene.ane.come_back(callback)) == ("sign-in-not-begun-here", ())


async def test_a_session_that_ends_while_she_confirms_stays_ended(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.ane.sign_in()
    callback = await scene.ane.at_provider(await scene.ane.begin(**ASKED))
    confirm, house = web_state.step_up, scene.login.house

    async def too_late(_house: object, live: web_state.Live) -> str | None:
        await web_state.end_all(house, live.session.subject)
        return await confirm(house, live)

    monkeypatch.setattr(web_state, "step_up", too_late)
    assert refusal(await scene.ane.come_back(callback)) == ("sign-in-not-begun-here", ())
    assert await scene.ane.am() == {}


async def test_after_signing_in_nobody_is_sent_elsewhere(scene: Scene) -> None:
    for path in ("//attacker.example", "/\\attacker.example", "https://attacker.example", ""):
        back = await scene.ane.sign_in(next=path)
        assert back.headers["location"] == "/", path
