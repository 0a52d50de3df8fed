"""VCF as it comes from outside (specification 4.x), checked strictly before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from governance.extraction.variants_lines import Lines

FIXED = ("#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT")
CONTIG = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:*-]*")
CODE = re.compile(r"[0-9A-Za-z_.:-]+")
LENGTH = re.compile(r"[,<]length=([0-9]+)[,>]")
NAMED = re.compile(r"##(contig|FILTER|ALT)=<ID=([^,>]+)[,>]")
BASES = re.compile(r"[ACGTUNRYKMSWBDHVacgtunrykmswbdhv]+")
ALTERNATE = re.compile(rf"{BASES.pattern}|\*|<[0-9A-Za-z_.:*-]+>")
GENOTYPE = re.compile(r"(\.|[0-9]{1,4})([|/](\.|[0-9]{1,4}))*")
NUMBER = re.compile(r"\.|[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
INFO_KEY = re.compile(r"[A-Za-z_][0-9A-Za-z_.]*|1000G")
MAX_KNOWN = 100_000
FARTHEST = (1 << 31) - 1
"""Bases: what htslib can count in a file that can also become BCF."""


@dataclass(frozen=True, slots=True)
class Header:
    """What of a header is used: names only, no free text."""

    samples: tuple[str, ...]
    line: int
    """The line with the sample names."""
    contigs: tuple[tuple[str, str | None], ...]
    """Name and length in bases."""
    filters: tuple[str, ...]
    symbols: tuple[str, ...]
    """Symbolic alternate alleles that the header declares, without their brackets."""


@dataclass(frozen=True, slots=True)
class Site:
    """One line: where, which alleles, and a genotype text per sample in the order of the file."""

    contig: str
    position: int
    ids: str
    reference: str
    alternates: tuple[str, ...]
    filter: str
    info: dict[str, str]
    genotypes: list[str]


def read_header(lines: Lines) -> Header:
    """Read up to the line of column names. Raises MalformedInput."""
    names: dict[str, dict[str, str | None]] = {"contig": {}, "FILTER": {}, "ALT": {}}
    for text in lines:
        if lines.number == 1 and not re.fullmatch(r"##fileformat=VCFv4\.[0-9]", text):
            raise lines.fault("the first line does not say that this is VCF 4")
        if text.startswith("##"):
            if found := NAMED.match(text):
                allowed = CONTIG if found[1] == "contig" else CODE
                if not allowed.fullmatch(found[2]):
                    raise lines.fault(f"the name of a {found[1]} in the header is not allowed")
                length = LENGTH.search(text)
                names[found[1]][found[2]] = length[1] if length else None
            continue
        samples = _samples(lines, text.split("\t"))
        if any(name in samples and not name.isdigit() for kind in names.values() for name in kind):
            raise lines.fault("a name in the header repeats a sample id")
        return Header(
            samples=samples,
            line=lines.number,
            contigs=tuple(names["contig"].items()),
            filters=tuple(names["FILTER"]),
            symbols=tuple(names["ALT"]),
        )
    raise lines.fault("the line with the column names is missing")


def _samples(lines: Lines, columns: list[str]) -> tuple[str, ...]:
    if tuple(columns[: len(FIXED)]) != FIXED:
        raise lines.fault("the columns of a VCF with genotypes are not the expected nine")
    samples = columns[len(FIXED) :]
    if not samples:
        raise lines.fault("no samples")
    if not all(name.strip() for name in samples):
        raise lines.fault("a sample has no name")
    if len(set(samples)) != len(samples):
        raise lines.fault("a sample id appears twice")
    return tuple(samples)


class Sites:
    """The checked sites of a file whose header was read, in the order of the file."""

    def __init__(self, lines: Lines, header: Header) -> None:
        self._lines, self._header = lines, header
        self._columns = len(FIXED) + len(header.samples)
        self._known: dict[str, int] = {}
        """Genotype texts that were checked, with the greatest allele that each names."""
        self._at = ("", 0)
        self._contigs: set[str] = set()

    def __iter__(self) -> Iterator[Site]:
        for text in self._lines:
            columns = text.split("\t")
            if len(columns) != self._columns:
                wrong = "few" if len(columns) < self._columns else "many"
                raise self._lines.fault(f"the line has too {wrong} columns")
            yield self._site(columns)

    def _site(self, columns: list[str]) -> Site:
        contig, position, ids, reference, alternate, quality, passed, info, form = columns[:9]
        self._place(contig, position)
        if not BASES.fullmatch(reference):
            raise self._lines.fault("REF is not a sequence of bases")
        alternates = () if alternate == "." else tuple(alternate.split(","))
        if not all(map(ALTERNATE.fullmatch, alternates)):
            raise self._lines.fault("ALT is not a list of alleles")
        if len({reference, *alternates}) != len(alternates) + 1:
            raise self._lines.fault("an allele appears twice")
        if not NUMBER.fullmatch(quality):
            raise self._lines.fault("QUAL is not a number")
        codes = set(passed.split(";")) - {".", "PASS"}
        if not codes <= set(self._header.filters):
            raise self._lines.fault("FILTER has a code that the header does not declare")
        genotypes = self._genotypes(columns[len(FIXED) :], form, len(alternates))
        return Site(
            contig,
            int(position),
            ids,
            reference,
            alternates,
            passed,
            self._info(info),
            genotypes,
        )

    def _place(self, contig: str, position: str) -> None:
        if not CONTIG.fullmatch(contig):
            raise self._lines.fault("CHROM is not the name of a contig")
        if not re.fullmatch(r"[0-9]{1,10}", position) or not 0 < int(position) < FARTHEST:
            raise self._lines.fault("POS is not a position")
        before, last = self._at
        if contig != before and contig in self._contigs:
            raise self._lines.fault("the sites of a contig are not together")
        if contig == before and int(position) < last:
            raise self._lines.fault("the positions are not in order")
        self._contigs.add(contig)
        self._at = (contig, int(position))

    def _info(self, text: str) -> dict[str, str]:
        if text == ".":
            return {}
        pairs = [item.partition("=") for item in text.split(";")]
        info = {key: value for key, _, value in pairs}
        if len(info) != len(pairs) or not all(map(INFO_KEY.fullmatch, info)):
            raise self._lines.fault("INFO is not a list of keys, each given once")
        return info

    def _genotypes(self, cells: list[str], form: str, alternates: int) -> list[str]:
        keys = form.split(":")
        if keys[0] != "GT":
            raise self._lines.fault("FORMAT does not begin with the genotype (GT)")
        if len(keys) > 1:
            if any(cell.count(":") >= len(keys) for cell in cells):
                raise self._lines.fault("a sample has more values than FORMAT names")
            cells = [cell.partition(":")[0] for cell in cells]
        for text in set(cells):
            if (greatest := self._known.get(text)) is None:
                greatest = self._greatest(text)
            if greatest > alternates:
                raise self._lines.fault("a genotype names an allele that the site does not have")
        return cells

    def _greatest(self, text: str) -> int:
        if not GENOTYPE.fullmatch(text):
            raise self._lines.fault("a genotype (GT) is not one")
        alleles = [int(allele) for allele in re.split(r"[|/]", text) if allele != "."]
        if len(self._known) < MAX_KNOWN:
            self._known[text] = max(alleles, default=0)
        return max(alleles, default=0)
