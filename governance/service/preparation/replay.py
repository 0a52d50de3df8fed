"""Making a delivered package again, and comparing what it holds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from governance.eligibility.inclusion import frozen_instant
from governance.eligibility.reader import Reader
from governance.extraction.manifest import PackagedFile, read_files
from governance.extraction.package import MANIFEST
from governance.lives import releases
from governance.lives.releases.state import State as ReleaseState
from governance.principals import Principal
from governance.refusals import Refusal, Refused
from governance.service.ask import may_read
from governance.service.house import House
from governance.service.preparation.build import build_files
from governance.service.preparation.cohort import judged, read_sources
from governance.service.preparation.run import to_judge_again
from governance.service.sources import private
from governance.storage.keys import KeyDestroyed, KeyMissing
from governance.vocabulary.acts import Act


@dataclass(frozen=True, slots=True)
class Replayed:
    """Whether a replay gave the same: values of tables, bytes of variants."""

    same: bool
    people: int
    differing: tuple[str, ...]


async def replay_release(house: House, release_id: str, *, by: Principal) -> Replayed | Refusal:
    """Judge and build again as of the release's instants, in a folder of its own, then compare.

    It is a reading of the release: permitted as such, and logged. Refused ``not-allowed``, or by
    name where it cannot be: ``person-erased``, ``key-destroyed``, ``source-unknown``,
    ``source-changed``, ``package-incomplete``.
    """
    about = (releases.NAME, release_id)
    if refusal := await may_read(house, Act.READ_RELEASE, about, by=by):
        return refusal
    try:
        return await _replay(house, release_id)
    except Refused as refused:
        return refused.refusal


async def _replay(house: House, release_id: str) -> Replayed | Refusal:
    async with house.database.reading() as session:
        reader = Reader(session)
        state: ReleaseState = await reader.state(releases, release_id)
        frozen = await frozen_instant(reader, release_id)
        recipe, last = state.recipe, state.last_pass
        if frozen is None or recipe is None or last is None:
            return Refusal("release-not-delivered", field="release_id")
        sources = await read_sources(house, session, state)
        everybody = {who for source in sources for who in source.people.values()}
        people = (await judged(session, state, frozen, everybody)).allowed
        again = await to_judge_again(session, frozen, last, people)
        if again:
            people &= (await judged(session, state, last, again)).allowed
    if len(people) != state.people:
        # what was known as of an instant changes by erasure only
        return Refusal("person-erased", field="release_id")
    try:
        key = house.keys.pseudonym(recipe.permit_id).secret
    except (KeyDestroyed, KeyMissing):
        return Refusal("key-destroyed", field="release_id")
    with TemporaryDirectory(dir=private(house.packages), prefix=".replay-") as name:
        folder = Path(name)
        built = await asyncio.to_thread(build_files, folder, recipe, sources, people, key)
    differing = _differing(_delivered(house, release_id), built.files)
    return Replayed(not differing, built.people, differing)


def _delivered(house: House, release_id: str) -> tuple[PackagedFile, ...]:
    try:
        return read_files((house.packages / release_id / MANIFEST).read_bytes())
    except OSError:  # the recipient has it, and this house does not any more
        raise Refused(Refusal("package-incomplete", items=(MANIFEST,))) from None


def _differing(told: tuple[PackagedFile, ...], made: tuple[PackagedFile, ...]) -> tuple[str, ...]:
    def content(files: tuple[PackagedFile, ...]) -> dict[str, str]:
        return {file.name: file.content_digest or file.sha256 for file in files}

    before, after = content(told), content(made)
    return tuple(sorted(n for n in before | after if before.get(n) != after.get(n)))
