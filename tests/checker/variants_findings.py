"""What is wrong with the variants of a package, apart from who is in it."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pysam

from tests.checker.contents import Finding, Site, Variants, called, positions

WHERE = "variants"
KEPT = frozenset({"AC", "AN", "AF", "NS", "AA", "VT"})
HEADER_LINES = re.compile(r"##(fileformat|FILTER|INFO|FORMAT|ALT|contig)=|#CHROM\t")
PSEUDONYM = re.compile(r"[0-9a-f]{32}")
SUSPECT = re.compile(r"[/\\]|://|[Cc]ommand|20[0-9]{6}|-- ?[a-z]")


def wrong_variants(package: Variants, source: Variants, expected: set[str]) -> list[Finding]:
    """Findings about samples, header and every site."""
    findings = _header(package)
    allowed = [place for name, place in positions(source.samples).items() if name in expected]
    present = {
        (site.contig, site.position, site.reference, one)
        for site in package.sites
        for one in site.alternates
    }
    for site in package.sites:
        findings += _site(site)
    for site in source.sites:
        carried = {number for place in allowed for number in called(site.genotypes[place])} - {0}
        keys = [
            (site.contig, site.position, site.reference, site.alternates[number - 1])
            for number in carried
        ]
        if not present.issuperset(keys):
            findings.append(Finding("missing-site", WHERE, f"{site} is carried and not there"))
    return findings


def _header(package: Variants) -> list[Finding]:
    findings = []
    samples = package.samples
    if not all(map(PSEUDONYM.fullmatch, samples)) or len(set(samples)) != len(samples):
        findings.append(Finding("not-pseudonyms", WHERE, "the samples are not pseudonyms"))
    if samples != sorted(samples):
        findings.append(Finding("source-order", WHERE, "samples are not in pseudonym order"))
    for number, line in enumerate(package.header.splitlines(), 1):
        free = line if line.startswith("##") else ""
        if not HEADER_LINES.match(line) or SUSPECT.search(free):
            what = f"line {number} is a command, a path, a date or a source"
            findings.append(Finding("header-tells", WHERE, what))
    return findings


def _site(site: Site) -> list[Finding]:
    alleles = [number for text in site.genotypes for number in called(text)]
    counts = [alleles.count(number) for number in range(1, len(site.alternates) + 1)]
    findings = []
    if not any(counts):
        findings.append(Finding("nobody-carries", WHERE, f"nobody in the package carries {site}"))
    elif 0 in counts:
        findings.append(Finding("nobody-carries", WHERE, f"an allele of {site} that nobody has"))
    if unknown := site.info.keys() - KEPT:
        findings.append(Finding("info-not-allowed", WHERE, f"{site} has {sorted(unknown)}"))
    if not site.fixed.endswith("\tGT"):
        findings.append(Finding("format-not-allowed", WHERE, f"{site} has more than genotypes"))
    if stale := _stale(site, counts, len(alleles)):
        findings.append(Finding("stale-count", WHERE, f"{stale} of {site} is not of the package"))
    return findings


def _stale(site: Site, counts: list[int], total: int) -> str:
    """The keys of INFO that do not agree with the genotypes beside them."""
    with_data = sum(1 for text in site.genotypes if called(text))
    right = {"AC": ",".join(map(str, counts)), "AN": str(total), "NS": str(with_data)}
    wrong = [key for key, value in right.items() if site.info.get(key) != value]
    shares = site.info.get("AF", "").split(",")
    near = len(shares) == len(counts) and all(
        _number(share) is not None and math.isclose(float(share), count / total, rel_tol=1e-4)
        for share, count in zip(shares, counts, strict=True)
    )
    return ", ".join(wrong if near else [*wrong, "AF"])


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def wrong_index(path: Path, package: Variants) -> list[Finding]:
    """Whether htslib opens the file and finds its sites by the index."""
    try:
        with pysam.VariantFile(str(path)) as file:
            last = package.sites[-1] if package.sites else None
            if last is None or any(
                found.pos == last.position
                for found in file.fetch(last.contig, last.position - 1, last.position)
            ):
                return []
    except (OSError, ValueError):
        return [Finding("index-unusable", WHERE, "htslib cannot use the file with its index")]
    return [Finding("index-unusable", WHERE, "the index does not find the last site")]
