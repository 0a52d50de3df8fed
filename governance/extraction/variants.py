"""Variants (VCF): what is in a file, and the part of it that belongs to the people of a release.

A strict reader of our own sees every line before htslib does; htslib writes the blocks, the index,
and reads the result back. The same source and people always give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pysam

from governance.extraction.persons import check_people
from governance.extraction.variants_input import FIXED, Header, Sites, read_header
from governance.extraction.variants_lines import Lines, Progress, reading
from governance.extraction.variants_site import KEPT_INFO, keep
from governance.refusals import Refusal, Refused

TBI_LIMIT = 1 << 29
"""Bases: a tabix index counts no farther, a CSI index does."""
REPORT_EVERY = 256
DECLARED = (
    '##FILTER=<ID=PASS,Description="All filters passed">',
    '##INFO=<ID=AC,Number=A,Type=Integer,Description="Count of each alternate allele">',
    '##INFO=<ID=AN,Number=1,Type=Integer,Description="Alleles called">',
    '##INFO=<ID=AF,Number=A,Type=Float,Description="Frequency of each alternate allele">',
    '##INFO=<ID=NS,Number=1,Type=Integer,Description="Samples with data">',
    '##INFO=<ID=AA,Number=1,Type=String,Description="Ancestral allele">',
    '##INFO=<ID=VT,Number=.,Type=String,Description="Type of variant">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
)


@dataclass(frozen=True, slots=True)
class VariantsInspection:
    """What a well-formed file holds. ``sha256`` is that of the file as it lies there."""

    samples: tuple[str, ...]
    samples_line: int
    """The line that names the samples."""
    sites: int
    sha256: str


@dataclass(frozen=True, slots=True)
class VariantsReport:
    """What was written and what was left out. For those who prepare, not for the recipient:
    the sites and alleles left out tell about people who are not in the package."""

    samples: int
    sites_in: int
    sites_out: int
    alleles_dropped: int
    """Alternates pruned from sites that stayed."""
    info_dropped: tuple[str, ...]
    """INFO keys of the source that do not leave, sorted."""
    sha256: str
    """Of the compressed file; a replay gives the same."""
    content_digest: str
    """SHA-256 of the text before compression."""
    index: str
    """File name of the index: ``.tbi``, or ``.csi`` for contigs that tabix cannot count."""
    index_sha256: str


def inspect_variants(
    source: Path, *, name: str | None = None, on_progress: Progress | None = None
) -> VariantsInspection:
    """Read a whole file strictly. Raises MalformedInput, which calls the file by ``name``."""
    with reading(source, name, on_progress=on_progress) as lines:
        header = read_header(lines)
        sites = sum(1 for _ in Sites(lines, header))
    return VariantsInspection(header.samples, header.line, sites, _sha256(source))


def extract_variants(
    source: Path,
    target: Path,
    people: Mapping[str, str],
    *,
    source_sha256: str | None = None,
    on_progress: Progress | None = None,
) -> VariantsReport:
    """Write the variants of these people (sample name -> pseudonym) as VCF, and its index.

    Samples stand in the order of their pseudonyms. Raises MalformedInput, and Refused
    (``nobody-to-extract``, ``pseudonym-malformed``, ``source-changed`` where the source has not the
    hash under which it was registered); then nothing is left at ``target``.
    """
    check_people(people)
    if source_sha256 and _sha256(source) != source_sha256:
        raise Refused(Refusal("source-changed", items=(source.name,)))
    with _unfinished(target) as draft, reading(source, None) as lines:
        header = read_header(lines)
        if unknown := len(people.keys() - set(header.samples)):
            raise lines.fault(
                f"unknown sample: {unknown} of the people asked for are not in the file"
            )
        found = _write(lines, header, draft, people, on_progress)
        index = _index(draft, found.farthest)
        if not _read_back(draft, len(people), found.sites_out):
            raise lines.fault("htslib cannot read what was made of the file")
        report = _report(found, len(people), draft, index, target)
        os.replace(index, target.with_name(report.index))
        os.replace(draft, target)
    return report


def _index(draft: Path, farthest: int) -> Path:
    """Make the index that can count so far, beside the draft."""
    far = farthest >= TBI_LIMIT
    pysam.tabix_index(str(draft), preset="vcf", force=True, csi=far)
    return draft.with_name(draft.name + (".csi" if far else ".tbi"))


def _report(found: _Found, people: int, draft: Path, index: Path, target: Path) -> VariantsReport:
    return VariantsReport(
        samples=people,
        sites_in=found.sites_in,
        sites_out=found.sites_out,
        alleles_dropped=found.alleles_dropped,
        info_dropped=tuple(sorted(found.info - set(KEPT_INFO))),
        sha256=_sha256(draft),
        content_digest=found.digest.hexdigest(),
        index=target.name + index.suffix,
        index_sha256=_sha256(index),
    )


class _Found:
    """What is counted while the sites pass."""

    def __init__(self) -> None:
        self.sites_in = self.sites_out = self.alleles_dropped = self.farthest = 0
        self.info: set[str] = set()
        self.digest = hashlib.sha256()


def _write(
    lines: Lines,
    header: Header,
    draft: Path,
    people: Mapping[str, str],
    on_progress: Progress | None,
) -> _Found:
    found = _Found()
    ordered = sorted(people, key=people.__getitem__)
    place = {sample: number for number, sample in enumerate(header.samples)}
    places = [place[sample] for sample in ordered]
    with pysam.BGZFile(str(draft), "wb", None) as file:

        def put(text: str) -> None:
            data = f"{text}\n".encode()
            found.digest.update(data)
            file.write(data)

        for text in _header(header, [people[sample] for sample in ordered]):
            put(text)
        for site in Sites(lines, header):
            found.sites_in += 1
            found.info |= site.info.keys()
            if kept := keep(site, places):
                found.sites_out += 1
                found.alleles_dropped += kept.alleles_dropped
                found.farthest = max(found.farthest, site.position + len(site.reference))
                put(kept.line)
            if on_progress and found.sites_in % REPORT_EVERY == 0:
                on_progress(lines.done, lines.size)
    if on_progress:
        on_progress(lines.size, lines.size)
    return found


def _header(header: Header, pseudonyms: list[str]) -> Iterator[str]:
    """A header of our own words: no free text, command, path, date or source of the holder."""
    yield "##fileformat=VCFv4.2"
    yield from DECLARED
    for code in header.filters:
        if code != "PASS":
            yield f'##FILTER=<ID={code},Description="A filter of the data holder">'
    for symbol in header.symbols:
        yield f'##ALT=<ID={symbol},Description="A symbolic allele">'
    for contig, length in header.contigs:
        yield (f"##contig=<ID={contig},length={length}>" if length else f"##contig=<ID={contig}>")
    yield "\t".join((*FIXED, *pseudonyms))


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """A draft beside the target; whatever happens, no draft stays."""
    draft = target.with_name(f".draft-{target.name}")
    try:
        yield draft
    finally:
        for suffix in ("", ".tbi", ".csi"):
            draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def _read_back(draft: Path, samples: int, sites: int) -> bool:
    """Whether htslib finds in the draft what we meant to write."""
    loudness = pysam.set_verbosity(0)
    try:
        with pysam.VariantFile(str(draft)) as file:
            return len(file.header.samples) == samples and sum(1 for _ in file) == sites
    except (OSError, ValueError):
        return False
    finally:
        pysam.set_verbosity(loudness)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
