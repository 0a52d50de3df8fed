"""A dataset's file is described and entered in one transaction, or it leaves nothing behind."""

from __future__ import annotations

import asyncio
import gzip
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from governance.eligibility.reader import Reader
from governance.lives import datasets
from governance.lives.datasets.words import Description, VariableRole
from governance.refusals import MalformedInput, Refusal, Refused
from governance.service.carry_out import Done
from governance.service.house import new_id
from governance.service.importing import import_dataset
from governance.service.sources import draft_of
from tests.contracts.office import GENOMES, TABLE, Office, variants

ROWS = "id,height\n" + "".join(f"P{number},{150 + number % 50}\n" for number in range(300))
VCF = variants("P1", "P2", "P3")


def packed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)


async def brought(
    office: Office, path: Path, description: Description, id_column: str | None = "id"
) -> Done | Refusal:
    """The import of a new dataset by its holder."""
    return await import_dataset(
        office.house,
        path,
        dataset_id=new_id(),
        description=description,
        id_column=id_column if description is not GENOMES else None,
        by=office.holder,
    )


MALFORMED: dict[str, tuple[str, str | bytes, int | None, str]] = {
    "truncated gzip": ("t.csv.gz", packed(ROWS)[:-30], None, "truncated"),
    "damaged gzip": ("t.csv.gz", packed(ROWS)[:-8] + b"\0" * 8, None, "damaged"),
    "no id column": ("t.csv", ROWS.replace("id,", "person,", 1), 1, "id column is missing"),
    "a column twice": ("t.csv", ROWS.replace("height", "ID", 1), 1, "there twice"),
    "duplicate id": ("t.csv", ROWS + "P7,150\n", 302, "duplicate id"),
    "a row without an id": ("t.csv", ROWS + ",150\n", 302, "without an id"),
    "ragged row": ("t.csv", ROWS + "P900\n", 302, "ragged row"),
    "not UTF-8": ("t.csv", ROWS.encode() + b"\xff,1\n", 302, "not UTF-8"),
    "an empty table": ("t.csv", b"", None, "the file is empty"),
    "only a header": ("t.csv", "id,height\n", 1, "no rows"),
    "no table": ("t.txt", ROWS, None, "not a table"),
    "half a Parquet file": ("t.parquet", b"PAR1 and then nothing", None, "not a whole Parquet"),
    "truncated variants": ("v.vcf.gz", packed(VCF)[:-12], None, "truncated"),
    "wrong header": ("v.vcf", VCF.replace("QUAL", "QUALITY"), 3, "not the expected nine"),
    "no header": ("v.vcf", "1\t100\n", 1, "does not say that this is VCF"),
    "unknown sample": ("v.vcf", variants("P1", "P2", "X1", "X2"), 3, "unknown sample: 2 of"),
    "sample twice": ("v.vcf", variants("P1", "P2", "P1"), 3, "twice"),
    "ragged site": ("v.vcf", VCF.replace("\t0|1\n", "\n"), 4, "too few columns"),
    "variants not UTF-8": ("v.vcf", VCF.encode().replace(b"PASS", b"\xff\xfe"), 4, "not UTF-8"),
    "empty variants": ("v.vcf", b"", None, "the file is empty"),
}


@pytest.mark.parametrize("case", MALFORMED)
async def test_a_malformed_dataset_is_refused_whole(office: Office, case: str) -> None:
    await office.register("P1", "P2", "P3")
    name, content, line, reason = MALFORMED[case]
    path = office.file(name, content)
    before = await office.seen()
    with pytest.raises(MalformedInput) as caught:
        await brought(office, path, GENOMES if name.startswith("v") else TABLE)
    assert await office.seen() == before
    assert caught.value.file == name
    assert reason in caught.value.reason
    assert line is None or caught.value.line == line


async def test_a_refused_version_leaves_no_registration_and_no_file(office: Office) -> None:
    path = office.file("t.csv", ROWS)
    plain = tuple(replace(one, role=VariableRole.PLAIN) for one in TABLE.variables)
    before = await office.seen()
    for description, code in (
        (replace(TABLE, variables=TABLE.variables[:1]), "variables-missing"),
        (replace(TABLE, variables=plain), "identifier-unmarked"),
        (replace(TABLE, title=" "), "description-incomplete"),
    ):
        refusal = await brought(office, path, description)
        assert isinstance(refusal, Refusal)
        assert refusal.code == code
        assert await office.seen() == before
    stranger = replace(office, holder=office.desk)
    assert await brought(stranger, path, TABLE) == Refusal("not-allowed", rules=("default",))
    assert await office.seen() == before


async def test_a_dataset_is_described_and_entered_at_once_and_described_anew(
    office: Office,
) -> None:
    dataset_id = new_id()
    first, second = office.file("one.csv", ROWS), office.file("two.csv", ROWS + "P900,160\n")
    better = replace(TABLE, title="Measurements of the region")
    for path, description, entries in ((first, TABLE, 2), (second, better, 2)):
        done = await import_dataset(
            office.house,
            path,
            dataset_id=dataset_id,
            description=description,
            id_column="id",
            by=office.holder,
        )
        assert isinstance(done, Done)
        assert len(done.recorded) == entries
    async with office.house.database.reading() as session:
        state: datasets.State = await Reader(session).state(datasets, dataset_id)
    assert state.description == better
    assert [one.rows for one in state.versions] == [300, 301]
    files = list(office.house.sources.iterdir())
    assert sorted(one.stem for one in files) == sorted(v.sha256 for v in state.versions)
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}


async def test_one_file_imported_twice_at_once_goes_in_once_for_each(office: Office) -> None:
    path = office.file("t.csv", ROWS)

    async def once() -> Done | Refusal:
        try:
            return await brought(office, path, TABLE)
        except Refused as refused:
            return refused.refusal

    outcomes = await asyncio.gather(once(), once(), once())
    busy = Refusal("source-being-imported")
    done = sum(isinstance(one, Done) for one in outcomes)
    assert done >= 1
    assert all(isinstance(one, Done) or one == busy for one in outcomes)
    _, rows, files = await office.seen()
    assert len(files) == rows["source_files"] == 1
    assert rows["source_people"] == 300


async def test_a_draft_that_a_kill_left_is_cleared_by_the_next_import(office: Office) -> None:
    with draft_of(office.house.sources, "ab" * 32) as working:
        left = office.house.sources / f".{'cd' * 32}.copying"
        left.write_text("half a file", encoding="utf-8")
        assert isinstance(await brought(office, office.file("t.csv", ROWS), TABLE), Done)
        assert not left.exists()
        assert working.exists(), "somebody works on this one"
    assert not working.exists()
