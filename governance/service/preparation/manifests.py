"""What a delivered package says of itself, read for those who may see it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from governance.extraction.manifest import FORMAT, PackagedFile
from governance.extraction.package import MANIFEST
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND, ask
from governance.service.house import House
from governance.views.releases import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSaid:
    """What the manifest says of the table."""

    rows: int
    columns: tuple[str, ...]
    k: int
    quasi_identifiers: tuple[str, ...]
    cells_blanked: int | None
    """None where it was above none and below ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestSaid:
    """A manifest as it was signed."""

    rules: str
    """Version of the rule table that judged."""
    people: int
    files: tuple[PackagedFile, ...]
    table: TableSaid | None
    text: str
    """The signed text itself; its SHA-256 is the hash of the package."""


async def manifest_of(house: House, release_id: str, *, by: Principal) -> ManifestSaid | Refusal:
    """The manifest of a release. Refused with ``not-found``: nothing, or nothing of hers."""
    shown = await ask(house, Release(release_id), by=by)
    if isinstance(shown, Refusal) or not shown.manifest:
        return NOT_FOUND
    return await asyncio.to_thread(read_manifest, house, release_id) or NOT_FOUND


def read_manifest(house: House, release_id: str) -> ManifestSaid | None:
    """The manifest in the folder of a package; None where there is none, or it is not one."""
    try:
        text = (house.packages / release_id / MANIFEST).read_text(encoding="utf-8")
        plain = json.loads(text)
        if plain["format"] != FORMAT:
            return None
        return ManifestSaid(
            rules=plain["rules"],
            people=plain["people"],
            files=tuple(PackagedFile(name=n, **said) for n, said in plain["files"].items()),
            table=_table(plain["table"]),
            text=text,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _table(said: dict[str, Any] | None) -> TableSaid | None:
    if said is None:
        return None
    lists = {name: tuple(said[name]) for name in ("columns", "quasi_identifiers")}
    values: dict[str, Any] = {**said, **lists}
    return TableSaid(**values)
