"""The data protection officer looks up one citizen, and the citizen sees that she did."""

from __future__ import annotations

from typing import Any

import pytest

from portal.demo.files_of_act import ISSUER
from tests.portal.forms import send
from tests.portal.world import World

PAGE = "/en/officer/citizens"
NAMED: dict[str, Any] = {"issuer": ISSUER, "identifier": "NA000001", "why": "complaint"}
SECRET = ("NA000001", ISSUER, "complaint")


async def test_she_finds_what_stands_and_the_citizen_reads_who_looked_and_why(
    world: World,
) -> None:
    officer = await world.browser("protector")
    form = await officer.get(PAGE)
    assert f'href="{PAGE}"' in (await officer.get("/en/programme")).text

    found = await send(officer, form, **NAMED)

    assert found.status_code == 200
    for part in ("What stands", "Everything that was said", "Who used the data"):
        assert part in found.text
    assert "b-picture__square" in found.text
    assert "Maite Etxeberria" in found.text
    title = found.text[found.text.index("<title>") : found.text.index("</title>")]
    assert "Maite" not in title
    assert not [word for word in SECRET if word in str(found.url)]
    assert found.headers["cache-control"] == "no-store"

    maite = await world.browser("maite")
    record = await maite.get("/en/my/record")
    assert "Data protection officer" in record.text
    assert "Look up a citizen, and read her record. Reason: A complaint" in record.text


async def test_nobody_found_is_said_and_what_was_written_stays(world: World) -> None:
    officer = await world.browser("protector")
    page = await send(officer, await officer.get(PAGE), **{**NAMED, "identifier": "NA999999"})
    assert page.status_code == 200
    assert "There is nobody called so, or nothing of hers that you may see." in page.text
    assert 'value="NA999999"' in page.text


async def test_without_a_reason_nobody_is_looked_up(world: World) -> None:
    officer = await world.browser("protector")
    form = await officer.get(PAGE)
    faulty = await send(officer, form, issuer=ISSUER, identifier="NA000001")
    assert faulty.status_code == 422
    assert "Choose why you look her up" in faulty.text
    assert "Maite Etxeberria" not in faulty.text
    odd = await send(officer, form, **{**NAMED, "why": "curiosity"})
    assert odd.status_code == 422


@pytest.mark.parametrize("person", ["maite", "auditor", "access-officer", "researcher"])
async def test_for_everybody_else_there_is_no_such_page(world: World, person: str) -> None:
    form = await (await world.browser("protector")).get(PAGE)
    other = await world.browser(person)
    assert (await other.get(PAGE)).status_code == 404
    tried = await send(other, form, **NAMED)
    assert tried.status_code == 404
    assert "Maite" not in tried.text.replace("Maite Etxeberria Lasa</a>", "")
    assert f'href="{PAGE}"' not in (await other.get("/en/")).text
