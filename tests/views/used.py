"""A small region from which one release was delivered; built once, copied for each test."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from governance.service.people import people_named
from governance.service.preparation import Delivered, Explanation, explain_release, run_release
from governance.vocabulary.people import SubjectId
from portal.demo.cast import Cast, StoryClock
from tests.releases.signed import AT, a_signed_release, house_at
from tests.views.household import Household

PEOPLE = 60


@dataclass(frozen=True)
class Known:
    """Who is who in the region, and what was delivered."""

    cast: dict[str, SubjectId]
    members: list[SubjectId]
    sheet: str
    release_id: str
    permit_id: str
    included: list[SubjectId]
    left_out: dict[SubjectId, list[str]]
    """Whoever was not, and the rules that refused."""


@dataclass
class Used(Household):
    """The region of one test."""

    known: Known | None = None

    @property
    def told(self) -> Known:
        """What the test may rely on."""
        assert self.known is not None
        return self.known


async def found(url: str, folder: Path) -> None:
    """Build it, and remember who was in."""
    signed = await a_signed_release(url, folder, people=PEOPLE)
    cast, release_id = signed.cast, signed.release_id
    try:
        delivered = await run_release(cast.house, release_id)
        assert isinstance(delivered, Delivered), delivered
        people = await people_named(cast.house, signed.issuer, signed.names)
        auditor, explained = cast.by("auditor"), {}
        for who in people.values():
            explained[who] = await explain_release(cast.house, release_id, who, by=auditor)
    finally:
        await cast.house.database.close()
    told = {who: one for who, one in explained.items() if isinstance(one, Explanation)}
    known = Known(
        cast=cast.people,
        members=cast.members,
        sheet=cast.sheet,
        release_id=release_id,
        permit_id=signed.permit_id,
        included=[who for who, one in told.items() if one.was_in],
        left_out={who: list(one.refused_by) for who, one in told.items() if not one.was_in},
    )
    assert len(known.included) == delivered.people
    (folder / "known.json").write_text(json.dumps(asdict(known)), encoding="utf-8")


def opened(url: str, template: Path, folder: Path) -> Used:
    """The region once more, in a folder of its own."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    known = Known(**json.loads((template / "known.json").read_text(encoding="utf-8")))
    clock = StoryClock(AT)
    cast = Cast(house_at(url, folder, clock), clock, known.cast, known.members, known.sheet)
    return Used(cast, people={}, known=known)
