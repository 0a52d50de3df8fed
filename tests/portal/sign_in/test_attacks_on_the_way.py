"""Attacks on the way of a sign-in: states, codes, issuers, other browsers. All are refused.

Sources: RFC 6819, RFC 9207, RFC 9700 (4.1 to 4.9); OWASP ASVS 5.0, 10.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.portal.sign_in.browser import changed, parameter, refusal
from tests.portal.sign_in.conftest import Scene

NOT_BEGUN = ("sign-in-not-begun-here", ())
ELSEWHERE = "https://attacker.example"


async def nobody(scene: Scene) -> bool:
    """Whether nobody is signed in in Ane's browser."""
    return await scene.ane.am() == {}


@pytest.mark.parametrize("state", ["x" * 43, None, ""])
async def test_a_tampered_or_missing_state(scene: Scene, state: str | None) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    answer = await scene.ane.come_back(changed(callback, state=state))
    assert refusal(answer) == NOT_BEGUN
    assert await nobody(scene)


async def test_a_callback_that_is_opened_again(scene: Scene) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    assert (await scene.ane.come_back(callback)).status_code == 303
    assert refusal(await scene.ane.come_back(callback)) == NOT_BEGUN


async def test_a_code_that_is_used_again_under_a_new_state(scene: Scene) -> None:
    used = await scene.ane.at_provider(await scene.ane.begin())
    await scene.ane.come_back(used)
    state = parameter(await scene.ane.begin(), "state")
    answer = await scene.ane.come_back(changed(used, state=state))
    assert refusal(answer) == ("sign-in-answer-invalid", ("code",))


async def test_somebody_elses_code_put_into_ones_own_sign_in(scene: Scene) -> None:
    stolen = await scene.ane.at_provider(await scene.ane.begin())
    thief = scene.visitor("benat")
    own = parameter(await thief.begin(), "state")
    answer = await thief.come_back(changed(stolen, state=own))
    assert refusal(answer) == ("sign-in-answer-invalid", ("code",))
    assert await thief.am() == {}


@pytest.mark.parametrize("iss", [ELSEWHERE, None, ""])
async def test_an_answer_of_another_issuer_or_of_none(scene: Scene, iss: str | None) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    answer = await scene.ane.come_back(changed(callback, iss=iss))
    assert refusal(answer) == ("sign-in-answer-invalid", ("iss",))
    assert await nobody(scene)


async def test_an_issuer_that_differs_by_a_slash_is_another(scene: Scene) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    answer = await scene.ane.come_back(changed(callback, iss=f"{scene.provider.issuer}/"))
    assert refusal(answer) == ("sign-in-answer-invalid", ("iss",))


@pytest.mark.parametrize(
    ("iss", "expected"),
    [
        (None, ("sign-in-answer-invalid", ("iss",))),
        (ELSEWHERE, ("sign-in-answer-invalid", ("iss",))),
        ("its own", ("sign-in-declined", ())),
    ],
)
async def test_a_refusal_is_believed_of_the_provider_alone(
    scene: Scene, iss: str | None, expected: tuple[str, tuple[str, ...]]
) -> None:
    state = parameter(await scene.ane.begin(), "state")
    own = scene.provider.issuer if iss == "its own" else iss
    said = {"error": "<script>", "error_description": "<b>", "code": None}
    callback = changed(f"{scene.ane.portal}/sign-in/callback", state=state, iss=own, **said)
    answer = await scene.ane.come_back(callback)
    assert refusal(answer) == expected
    assert "<" not in answer.text, "nothing of it is repeated"


@pytest.mark.parametrize("twice", ["state", "code", "iss"])
async def test_a_parameter_that_is_there_twice(scene: Scene, twice: str) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    answer = await scene.ane.come_back(f"{callback}&{twice}=x")
    assert refusal(answer) == ("sign-in-answer-invalid", (twice,))


async def test_a_callback_without_a_code(scene: Scene) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    answer = await scene.ane.come_back(changed(callback, code=None))
    assert refusal(answer) == ("sign-in-answer-invalid", ("code",))


async def test_a_victim_who_opens_the_attackers_callback(scene: Scene) -> None:
    attacker = scene.visitor("benat")
    trap = await attacker.at_provider(await attacker.begin())
    assert refusal(await scene.ane.come_back(trap)) == NOT_BEGUN
    await scene.ane.begin()
    assert refusal(await scene.ane.come_back(trap)) == NOT_BEGUN
    assert await nobody(scene)


@pytest.mark.parametrize("value", ["x" * 43, "", "../../x"])
async def test_the_cookie_of_another_browser(scene: Scene, value: str) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    scene.ane.plant("baimena-demo-sign-in", value)
    assert refusal(await scene.ane.come_back(callback)) == NOT_BEGUN


async def test_a_session_that_somebody_fixed_before(scene: Scene) -> None:
    attacker = scene.visitor("benat")
    await attacker.sign_in()
    for fixed in ("chosen-by-the-attacker", str(attacker.cookie)):
        scene.ane.plant("baimena-demo", fixed)
        await scene.ane.sign_in()
        assert scene.ane.cookie != fixed
        attacker.plant("baimena-demo", fixed)
        assert await attacker.am() == {}, "what the browser had before is over"
    assert (await scene.ane.am())["subject"]


async def test_a_sign_in_that_waited_for_too_long(scene: Scene) -> None:
    callback = await scene.ane.at_provider(await scene.ane.begin())
    now = scene.login.house.clock
    object.__setattr__(scene.login.house, "clock", lambda: now() + timedelta(minutes=10))
    assert refusal(await scene.ane.come_back(callback)) == NOT_BEGUN
