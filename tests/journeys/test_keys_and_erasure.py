"""What ends a replay: a destroyed key, a changed source, a person who was erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from governance.lives.citizens.commands import EraseDetails
from governance.lives.programme.keys import KeyKind
from governance.refusals import Refusal
from governance.service.carry_out import Done
from governance.service.house import House, open_house
from governance.service.keys import destroy_key, rotate_key
from governance.service.preparation import Replayed, replay_release
from governance.service.rebuild import rebuild_read_models
from governance.storage import driver
from governance.vocabulary.erasable import text
from portal.demo.cast import Cast, StoryClock
from portal.demo.files_of_act import generated
from portal.demo.story import MindsChanged, act

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


async def test_a_release_is_made_again_until_a_person_is_erased_or_its_key_is_gone(
    database_url: str, tmp_path: Path
) -> None:
    clock = StoryClock(AT - timedelta(days=1500))
    keys, data = tmp_path / "keys", tmp_path / "data"
    house = open_house(database_url, secret="x" * 20, clock=clock, keys=keys, data=data)
    releases: list[str] = []
    changed: list[MindsChanged] = []

    def listen(scene: str, what: object) -> None:
        if scene == "release" and isinstance(what, tuple):
            releases.append(what[0])
        if isinstance(what, MindsChanged):
            changed.append(what)

    cast = Cast(house, clock)
    try:
        await act(cast, generated(tmp_path / "files", 150), AT, listen)
        assert await rebuild_read_models(house), "read models differ from what was kept"
        steward, protector = cast.by("steward"), cast.by("protector")
        assert isinstance(await rotate_key(house, KeyKind.PACKAGE, by=steward), Done)
        refused = await rotate_key(house, KeyKind.PACKAGE, by=cast.by("auditor"))
        assert isinstance(refused, Refusal)
        erase = EraseDetails(citizen=changed[0].withdrew, reason=text("She asked."))
        await cast.do(erase, protector)
        erased = Refusal("person-erased", field="release_id")
        auditor = cast.by("auditor")
        assert await replay_release(house, releases[0], by=auditor) == erased
        assert isinstance(await replay_release(house, releases[1], by=auditor), Replayed)
        await a_replay_is_a_logged_reading(cast, releases[1])
        key = next(k.key_id for k in house.keys.entries() if k.kind is KeyKind.RELEASE_PSEUDONYM)
        outcome = await destroy_key(house, key, reason="The study ended.", by=steward)
        assert isinstance(outcome, Done)
        ended = await replay_release(house, releases[1], by=auditor)
        assert ended == replace(Refusal("key-destroyed"), field="release_id")
    finally:
        await house.database.close()


async def a_replay_is_a_logged_reading(cast: Cast, release_id: str) -> None:
    """Whoever may not read a release does not replay it either."""
    stranger = await replay_release(cast.house, release_id, by=cast.by("desk"))
    assert stranger == Refusal("not-allowed", rules=("default",))
    readers = [(cast.people["auditor"], 1), (cast.people["desk"], 0)]
    assert await reads_of(cast.house, release_id) == readers


async def reads_of(house: House, release_id: str) -> list[tuple[str, int]]:
    """Who read a release, and whether she was allowed to."""
    async with house.database.reading() as session:
        rows = await driver.fetch(
            session,
            "SELECT reader, allowed FROM access_log WHERE act = 'read-release' AND about = $1 "
            "ORDER BY id",
            f"releases/{release_id}",
        )
    return [(reader, int(allowed)) for reader, allowed in rows]
