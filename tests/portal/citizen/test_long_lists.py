"""What is long comes a page at a time, and every page of it can be reached."""

from __future__ import annotations

import re

from tests.portal.world import World

READS = 25


async def test_reads_of_one_day_stand_in_one_line_and_the_older_ones_on_the_next_page(
    world: World,
) -> None:
    leire = await world.browser("leire")
    home = await leire.get("/es/my")
    handle = re.findall(r"/es/for/([0-9a-f]{20})\b", home.text)[0]
    for _ in range(READS):
        await leire.get(f"/es/for/{handle}/uses")
    record = await leire.get(f"/es/for/{handle}/record")
    assert "veces)" in record.text
    older = re.findall(r'href="([^"]+\?page=2)"', record.text)
    assert older
    assert "veces)" in (await leire.get(older[0])).text
