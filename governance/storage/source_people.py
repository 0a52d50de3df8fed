"""Who is in a file, taken down when it is imported: asking about one person reads no file."""

from __future__ import annotations

from collections.abc import Sequence

from governance.storage import driver
from governance.storage.driver import Session
from governance.storage.tables.releases import SourceFileRow, SourcePerson


async def begin(session: Session, sha256: str, issuer: str) -> int | None:
    """The number of a file whose people are to be taken down; None where all of them were.

    What a broken import left behind is forgotten first.
    """
    known = "SELECT id, people FROM source_files WHERE sha256 = $1"
    for number, people in await driver.fetch(session, known, sha256):
        if people is not None:
            return None
        await driver.run(session, "DELETE FROM source_people WHERE source = $1", number)
        return int(number)
    [(newest,)] = await driver.fetch(session, "SELECT coalesce(max(id), 0) FROM source_files")
    row = (newest + 1, sha256, issuer)
    await driver.insert(session, SourceFileRow, ("id", "sha256", "issuer"), [row])
    return int(newest) + 1


async def add(session: Session, number: int, identifiers: Sequence[str]) -> None:
    """Take down some of its people, as its holder names them."""
    rows = [(identifier, number) for identifier in identifiers]
    await driver.insert(session, SourcePerson, ("identifier", "source"), rows)


async def finish(session: Session, number: int, people: int) -> None:
    """All of them are there."""
    done = "UPDATE source_files SET people = $1 WHERE id = $2"
    await driver.run(session, done, people, number)


async def forget(session: Session, sha256: str) -> None:
    """Nobody is taken down of this file any more: its import was refused in the end."""
    of_file = "SELECT id FROM source_files WHERE sha256 = $1"
    await driver.run(session, f"DELETE FROM source_people WHERE source IN ({of_file})", sha256)
    await driver.run(session, "DELETE FROM source_files WHERE sha256 = $1", sha256)


async def erase(session: Session, citizen: int) -> None:
    """Forget in which files somebody was, before her identifiers are forgotten (GDPR 17)."""
    await driver.run(
        session,
        "DELETE FROM source_people WHERE EXISTS (SELECT 1 FROM identifiers i "
        "JOIN source_files f ON f.issuer = i.issuer WHERE i.citizen = $1 "
        "AND i.identifier = source_people.identifier AND f.id = source_people.source)",
        citizen,
    )


async def files_naming(session: Session, subject: str) -> dict[str, frozenset[str]]:
    """The files that name her, by their hashes; each with the issuers by whose identifiers."""
    naming = (
        "SELECT DISTINCT f.sha256, i.issuer FROM citizens c "
        "JOIN identifiers i ON i.citizen = c.id "
        "JOIN source_people p ON p.identifier = i.identifier "
        "JOIN source_files f ON f.id = p.source "
        "WHERE c.subject = $1"
    )
    found: dict[str, frozenset[str]] = {}
    for sha256, issuer in await driver.fetch(session, naming, subject):
        found[sha256] = found.get(sha256, frozenset()) | {issuer}
    return found
