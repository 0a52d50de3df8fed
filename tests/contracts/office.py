"""A house with somebody at the desk and a holder of data, and how it is seen from outside."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from governance.lives.datasets.words import Description, Media, Variable, VariableRole
from governance.lives.programme.staff import AppointStaff
from governance.principals import Principal
from governance.service.carry_out import Done, carry_out
from governance.service.house import House, new_id
from governance.service.importing import import_people
from governance.service.ledger_check import ledger_size
from governance.storage import driver
from governance.vocabulary.people import Channel, Role, SubjectId
from governance.vocabulary.purposes import DataCategory, EhdsCategory

ISSUER = "hospital"
PEOPLE = "person,given_name,family_name,sex,birth_date,death_date,municipality,language,protected"
RELATIONS = "person,other,kind,since,until"
ACTS = (
    "at,person,act,cells,says,capacity,by,channel,sheet,sheet_version,language,effective_at,"
    "valid_until,study,reach,minor_took_part"
)
HEADERS = {"people": PEOPLE, "relations": RELATIONS, "acts": ACTS}
BESIDE = ("source_files", "source_people", "imports", "identity", "identifiers", "citizens", "said")
"""Tables beside the ledger that an import fills."""


@dataclass(frozen=True)
class Office:
    """Who works here, and where files are laid down."""

    house: House
    desk: Principal
    holder: Principal
    protector: Principal
    folder: Path

    def file(self, name: str, content: str | bytes) -> Path:
        """A file from outside; compressed where its name says so."""
        path = self.folder / name
        raw = content.encode() if isinstance(content, str) else content
        whole = name.endswith(".gz") and not raw.startswith(b"\x1f\x8b")
        path.write_bytes(gzip.compress(raw, mtime=0) if whole else raw)
        return path

    async def register(self, *names: str) -> None:
        """Enter these people into the register."""
        path = self.file("registered.csv", people(names))
        await import_people(self.house, path, issuer=ISSUER, by=self.desk)

    async def seen(self) -> tuple[int, dict[str, int], list[str]]:
        """The ledger's size, the rows beside it, and the files under ``data/sources``."""
        async with self.house.database.reading() as session:
            rows = {
                table: (await driver.fetch(session, f"SELECT count(*) FROM {table}"))[0][0]
                for table in BESIDE
            }
        sources = self.house.sources
        files = sorted(path.name for path in sources.iterdir()) if sources.is_dir() else []
        return await ledger_size(self.house), rows, files


async def open_office(house: House, folder: Path) -> Office:
    """Appoint whoever works here."""
    operator = Principal(
        subject=SubjectId(new_id()), channel=Channel.OPERATOR, stepped_up=True, system_user="test"
    )
    steward, desk, holder, protector = (
        Principal(subject=SubjectId(new_id()), channel=Channel.DESK, stepped_up=True)
        for _ in range(4)
    )
    for who, role, by in (
        (steward, Role.STEWARD, operator),
        (desk, Role.DESK, steward),
        (holder, Role.HOLDER, steward),
        (protector, Role.DPO, steward),
    ):
        appointed = AppointStaff(person=who.subject, role=role)
        assert isinstance(await carry_out(house, appointed, by=by), Done)
    outside = folder / "outside"
    outside.mkdir()
    return Office(house, desk, holder, protector, outside)


def people(names: Iterable[str]) -> str:
    """A file of people with these ids."""
    lines = (f"{name},Ane,Erro,female,1980-02-29,,Baztan,eu," for name in names)
    return "\n".join((PEOPLE, *lines, ""))


def parent_of(person: str, other: str) -> str:
    """A line of relations."""
    return f"{person},{other},parent-of,2015-03-01,"


def opts_out(person: str) -> str:
    """A line of acts."""
    at = "2026-02-01T10:00:00+00:00"
    return f"{at},{person},opt-out,,,self,,desk,,,es,{at},,,,"


def variants(*samples: str) -> str:
    """A VCF with one site."""
    columns = ("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", *samples)
    site = ("1", "100", ".", "A", "G", ".", "PASS", ".", "GT", *("0|1" for _ in samples))
    head = ("##fileformat=VCFv4.2", "##contig=<ID=1,length=1000>")
    return "\n".join((*head, "\t".join(columns), "\t".join(site), ""))


TABLE = Description(
    title="Measurements",
    media=Media.TABLE,
    issuer=ISSUER,
    ehds_categories=frozenset({EhdsCategory.A}),
    legal_basis_6="e",
    legal_basis_9="j",
    variables=(
        Variable("id", DataCategory.CLINICAL, VariableRole.IDENTIFIER),
        Variable("height", DataCategory.CLINICAL, VariableRole.PLAIN),
    ),
)
GENOMES = Description(
    title="Genomes",
    media=Media.VARIANTS,
    issuer=ISSUER,
    ehds_categories=frozenset({EhdsCategory.F}),
    legal_basis_6="e",
    legal_basis_9="j",
    variables=(Variable("genotype", DataCategory.GENOMIC, VariableRole.SENSITIVE),),
)
