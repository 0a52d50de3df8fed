"""The files of one act: generated, or those of a cohort; their people, and their datasets."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from governance.lives.datasets.words import Description, Media, Variable, VariableRole
from governance.refusals import MalformedInput
from governance.vocabulary.purposes import DataCategory, EhdsCategory
from portal.demo.descriptors import PERMITTED, SAMPLE_COLUMN, described
from portal.demo.files import write_table, write_variants
from portal.demo.people import region_of
from portal.demo.studies import CARDIOMETABOLIC, GENOTYPES

ISSUER = "demo-cohort"
SEED = 20260326


@dataclass(frozen=True, slots=True)
class ActFiles:
    """Where the files of an act lie, and whose they are."""

    variants: Path
    table: Path
    csv: Path
    names: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def permitted(self) -> tuple[str, ...]:
        """What the study asks for, of what this table has."""
        return tuple(column for column in PERMITTED if column in self.columns)


def generated(folder: Path, people: int) -> ActFiles:
    """A synthetic region: variants and a table about the same people."""
    folder.mkdir(parents=True, exist_ok=True)
    names = tuple(f"NA{number:06}" for number in range(1, people + 1))
    write_variants(folder / "variants.vcf.gz", names, seed=SEED)
    write_table(folder / "table.tsv.gz", names, seed=SEED)
    return found(folder / "variants.vcf.gz", folder / "table.tsv.gz", folder)


def of_cohort(cohort: Path, folder: Path) -> ActFiles:
    """The public cohort. Raises MalformedInput where its two files are not there."""
    variants, tables = sorted(cohort.glob("*.vcf.gz")), sorted(cohort.glob("*.tsv.gz"))
    if not variants or not tables:
        reason = "a cohort folder holds one .vcf.gz and one .tsv.gz"
        raise MalformedInput(file=cohort.name, line=None, reason=reason)
    return found(variants[0], tables[0], folder)


def found(variants: Path, table: Path, folder: Path) -> ActFiles:
    """Files that are there, with the names and columns of the table."""
    rows = _rows(table)
    columns = next(rows)
    place = columns.index(SAMPLE_COLUMN)
    return ActFiles(variants, table, folder, tuple(row[place] for row in rows), tuple(columns))


def _rows(table: Path) -> Iterator[list[str]]:
    with gzip.open(table, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\r\n").split("\t")


def write_people(files: ActFiles, *, today: date, sheet: str) -> None:
    """The people behind the files, and what they have said until today, from a seed."""
    region = region_of(files.names, seed=SEED, today=today, study=CARDIOMETABOLIC.name, sheet=sheet)
    region.write(files.csv)


def table_description(columns: tuple[str, ...]) -> Description:
    """The table: every column with its category and role."""
    return Description(
        title="Phenotypes of the cohort",
        media=Media.TABLE,
        issuer=ISSUER,
        ehds_categories=frozenset({EhdsCategory.A}),
        legal_basis_6="e",
        legal_basis_9="j",
        duo_terms=frozenset({"DUO:0000042"}),
        variables=tuple(
            Variable(name, category, VariableRole(role))
            for name, category, role in described(columns)
        ),
    )


def variants_description() -> Description:
    """The variants: genotypes, and the sample names that never leave."""
    return Description(
        title="Variants of the cohort",
        media=Media.VARIANTS,
        issuer=ISSUER,
        ehds_categories=frozenset({EhdsCategory.F}),
        legal_basis_6="e",
        legal_basis_9="j",
        duo_terms=frozenset({"DUO:0000042"}),
        variables=(
            Variable(GENOTYPES, DataCategory.GENOMIC, VariableRole.PLAIN),
            Variable("sample", DataCategory.GENOMIC, VariableRole.IDENTIFIER),
        ),
    )
