"""One site for the people who are left: nothing on the line may tell about those who are not.

What a data holder computed from everybody (AC, AN, AF, NS) is computed anew, alleles that nobody
left carries go, and whatever else the line says about the whole cohort (QUAL, depth, frequencies
of populations) goes too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from governance.extraction.variants_input import Site

KEPT_INFO = ("AC", "AN", "AF", "NS", "AA", "VT")
SEPARATOR = re.compile(r"([|/])")
REGISTERED_ID = re.compile(r"(rs|ss|esv|essv|nsv|nssv)[0-9]+")
"""Ids of dbSNP and of the registers of structural variants; a holder's own ids stay there."""
ANCESTRAL = re.compile(
    r"([ACGTNacgtn]+|[.?-])?(\|([ACGTNacgtn]+|-)?){2}"
    r"\|((insertion|deletion|complex_insdel|unsure|unknown)(\(NO_COVERAGE\))?)?"
)
PLAIN_ANCESTRAL = re.compile(r"[ACGTNacgtn]+|[.?-]")
TYPES = frozenset({"SNP", "MNP", "INDEL", "SV"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the package, and how many alternate alleles it lost."""

    line: str
    alleles_dropped: int


def keep(site: Site, people: Sequence[int]) -> Kept | None:
    """The site for the people at these places, in this order; None where they carry no alternate.

    Alleles are renumbered; phase, ploidy and missing calls stay as they were.
    """
    genotypes = [site.genotypes[place] for place in people]
    texts = Counter(genotypes)
    parts = {text: SEPARATOR.split(text) for text in texts}
    alleles: Counter[str] = Counter()
    with_data = 0
    for text, times in texts.items():
        called = [allele for allele in parts[text][::2] if allele != "."]
        with_data += times if called else 0
        for allele in called:
            alleles[str(int(allele))] += times
    carried = [n for n in range(1, len(site.alternates) + 1) if alleles[str(n)]]
    if not carried:
        return None
    numbers = {".": ".", "|": "|", "/": "/", "0": "0"}
    numbers |= {str(old): str(new) for new, old in enumerate(carried, 1)}
    written = {
        text: "".join(numbers[part.lstrip("0") or "0"] for part in parts[text]) for text in texts
    }
    counts = [alleles[str(number)] for number in carried]
    called_alleles = alleles.total()
    info = {
        "AC": ",".join(map(str, counts)),
        "AN": str(called_alleles),
        "AF": ",".join(f"{count / called_alleles:.6g}" for count in counts),
        "NS": str(with_data),
    }
    fixed = _fixed(site, carried, info)
    dropped = len(site.alternates) - len(carried)
    return Kept("\t".join((*fixed, *map(written.__getitem__, genotypes))), dropped)


def _fixed(site: Site, carried: list[int], info: dict[str, str]) -> tuple[str, ...]:
    """The nine columns before the genotypes."""
    pruned = len(carried) < len(site.alternates)
    alternates = [site.alternates[number - 1] for number in carried]
    if ancestral := _ancestral(site.info.get("AA", ""), pruned=pruned):
        info["AA"] = ancestral
    if types := _types(site, alternates, pruned=pruned):
        info["VT"] = types
    said = ";".join(f"{key}={info[key]}" for key in KEPT_INFO if key in info)
    where = (site.contig, str(site.position), _ids(site.ids, pruned=pruned))
    return (*where, site.reference, ",".join(alternates), ".", site.filter, said, "GT")


def _ids(ids: str, *, pruned: bool) -> str:
    """Registered ids; none where one of several may name an allele that is gone."""
    registered = [one for one in ids.split(";") if REGISTERED_ID.fullmatch(one)]
    if pruned and len(registered) > 1:
        return "."
    return ";".join(registered) or "."


def _ancestral(value: str, *, pruned: bool) -> str:
    """The ancestral allele. Its remarks can spell an alternate, so they go when one is pruned."""
    if PLAIN_ANCESTRAL.fullmatch(value):
        return value
    if not ANCESTRAL.fullmatch(value):
        return ""
    return f"{value.partition('|')[0]}|||" if pruned else value


def _types(site: Site, alternates: list[str], *, pruned: bool) -> str:
    """What the site is called, without the types that only a pruned allele had."""
    said = [kind for kind in site.info.get("VT", "").split(",") if kind in TYPES]
    if not said or not pruned:
        return ",".join(said)
    left = [_type(site.reference, alternate) for alternate in alternates]
    return ",".join([kind for kind in said if kind in left] or dict.fromkeys(left))


def _type(reference: str, alternate: str) -> str:
    if alternate.startswith("<"):
        return "SV"
    if alternate == "*" or len(alternate) != len(reference):
        return "INDEL"
    differing = sum(a != b for a, b in zip(reference, alternate, strict=True))
    return "SNP" if differing == 1 else "MNP"
