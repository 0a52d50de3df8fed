"""Everybody may look for datasets, and read what their holders say of each."""

from __future__ import annotations

import re

from tests.portal.world import World


async def test_a_dataset_is_found_by_a_word_of_its_variables_and_read_in_full(
    world: World,
) -> None:
    visitor = await world.browser()
    found = await visitor.get("/en/datasets", params={"text": "TRIGLYCERIDES"})
    [address] = set(re.findall(r'href="(/en/datasets/[^"]+)"', found.text))
    page = await visitor.get(address)
    assert page.status_code == 200
    for words in ("Legal basis", "GDPR, articles 6(1)(", "Versions", "Triglycerides-0.0"):
        assert words in page.text
    assert "Column of the identifiers" not in page.text


async def test_words_that_nothing_holds_lead_back_to_the_whole_list(world: World) -> None:
    visitor = await world.browser()
    page = await visitor.get("/es/datasets", params={"text": "<b>tulipán</b>"})
    assert "Ningún conjunto de datos contiene todas estas palabras" in page.text
    assert "<b>tulip" not in page.text
    whole = await visitor.get("/es/datasets", params={"text": "", "data": "nonsense"})
    assert "/es/datasets/" in whole.text
    assert "govuk-error-message" not in whole.text


async def test_a_kind_of_data_narrows_the_catalogue(world: World) -> None:
    visitor = await world.browser()
    genomic = await visitor.get("/eu/datasets", params={"data": "genomic"})
    clinical = await visitor.get("/eu/datasets", params={"data": "clinical"})
    titles = [
        set(re.findall(r'href="(/eu/datasets/[^"]+)"', page.text)) for page in (genomic, clinical)
    ]
    assert titles[1]
    assert not titles[0] & titles[1]


async def test_no_such_dataset_is_a_page_that_says_so(world: World) -> None:
    page = await (await world.browser()).get("/en/datasets/none-of-ours")
    assert page.status_code == 404
