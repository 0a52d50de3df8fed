"""Malformed variants are refused with file, line and reason, and nothing is left behind."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from governance.extraction.variants import extract_variants, inspect_variants
from governance.refusals import MalformedInput
from tests.extraction.naive_vcf import META, PEOPLE, compressed, pseudonyms, site, vcf

GOOD = site("0|1 1|1 0|0 1|0")
HEADER = META.count("\n") + 1
"""The line with the sample names; the sites follow."""


def with_site(line: str) -> bytes:
    return vcf([GOOD, line]).encode()


TEXTS: dict[str, tuple[bytes, int | None, str]] = {
    "an empty file": (b"", None, "empty"),
    "not a VCF": (b"person,answer\nANE,yes\n", 1, "VCF 4"),
    "another version of VCF": (vcf([GOOD]).replace("VCFv4.1", "VCFv3.3").encode(), 1, "VCF 4"),
    "a header without column names": (META.encode(), HEADER - 1, "column names"),
    "other columns": (vcf([GOOD]).replace("FILTER\tINFO", "INFO\tFILTER").encode(), HEADER, "nine"),
    "no samples": (vcf([], ()).encode(), HEADER, "no samples"),
    "a sample without a name": (vcf([], ("ANE", "")).encode(), HEADER, "no name"),
    "a sample twice": (vcf([GOOD], ("ANE", "BELA", "CRUZ", "ANE")).encode(), HEADER, "twice"),
    "a contig that is a path": (vcf([GOOD]).replace("ID=2", "ID=/x").encode(), 9, "contig"),
    "a filter named like a sample": (vcf([GOOD]).replace("q10", "ANE").encode(), HEADER, "repeats"),
    "too few columns": (with_site(GOOD.rpartition("\t")[0]), HEADER + 2, "few columns"),
    "too many columns": (with_site(GOOD + "\t0|0"), HEADER + 2, "many columns"),
    "an empty line": (with_site(""), HEADER + 2, "few columns"),
    "a last line without an end": (vcf([GOOD]).encode()[:-1], HEADER + 1, "no end"),
    "text that is not UTF-8": (with_site(site("0 0 0 0", id="\xff")), HEADER + 2, "UTF-8"),
    "a chromosome with a space": (with_site(GOOD.replace("1\t", "1 x\t", 1)), HEADER + 2, "CHROM"),
    "no position": (with_site(site("0 0 0 0").replace("100", "x", 1)), HEADER + 2, "POS"),
    "a position nobody can count": (with_site(site("0 0 0 0", pos=3 << 30)), HEADER + 2, "POS"),
    "positions out of order": (with_site(site("0 0 0 0", pos=99)), HEADER + 2, "order"),
    "a contig that comes back": (
        vcf([GOOD, "2" + GOOD[1:], GOOD]).encode(),
        HEADER + 3,
        "together",
    ),
    "a wrong reference": (with_site(site("0 0 0 0", ref="<A>")), HEADER + 2, "REF"),
    "a wrong alternate": (with_site(site("0 0 0 0", alt="G,,T")), HEADER + 2, "ALT"),
    "an allele twice": (with_site(site("0 0 0 0", alt="G,G")), HEADER + 2, "twice"),
    "a wrong quality": (with_site(GOOD.replace("\t100\tP", "\thigh\tP")), HEADER + 2, "QUAL"),
    "an unknown filter": (with_site(site("0 0 0 0", filter="ANE")), HEADER + 2, "FILTER"),
    "a wrong INFO": (with_site(site("0 0 0 0", info="AC=1;;")), HEADER + 2, "INFO"),
    "an INFO key twice": (with_site(site("0 0 0 0", info="AC=1;AC=2")), HEADER + 2, "INFO"),
    "no genotype": (with_site(site("0 0 0 0", format="DP")), HEADER + 2, "GT"),
    "a genotype that is none": (with_site(site("0|1 0| 0|0 0|0")), HEADER + 2, "genotype"),
    "an allele that is not there": (with_site(site("0|1 0|2 0|0 0|0")), HEADER + 2, "allele"),
    "more values than FORMAT": (with_site(site("0:1:2 0 0 0", format="GT:DP")), HEADER + 2, "more"),
}


def refused(source: Path, tmp_path: Path) -> MalformedInput:
    """The refusal, which inspecting and extracting give alike; nothing is left behind."""
    with pytest.raises(MalformedInput) as inspected:
        inspect_variants(source)
    with pytest.raises(MalformedInput) as extracted:
        extract_variants(source, tmp_path / "out.vcf.gz", pseudonyms(PEOPLE[:1]))
    assert [path.name for path in tmp_path.iterdir()] == [source.name]
    assert str(inspected.value) == str(extracted.value)
    assert inspected.value.file == source.name
    return inspected.value


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("form", ["plain", "compressed"])
def test_a_malformed_file_is_refused(tmp_path: Path, case: str, form: str) -> None:
    data, line, reason = TEXTS[case]
    if "UTF-8" in case:
        data = data.decode().encode("latin-1")
    source = tmp_path / ("in.vcf.gz" if form == "compressed" and data else "in.vcf")
    source.write_bytes(gzip.compress(data) if form == "compressed" and data else data)
    refusal = refused(source, tmp_path)
    assert refusal.line == line
    assert reason in refusal.reason
    assert not any(person in refusal.reason for person in PEOPLE)


def cut_in_the_middle(data: bytes) -> bytes:
    return data[: len(data) // 2]


def cut_between_blocks(data: bytes) -> bytes:
    return data[:-28]


def damaged(data: bytes) -> bytes:
    return data[:200] + bytes([data[200] ^ 0xFF]) + data[201:]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (cut_in_the_middle, "truncated"),
        (cut_between_blocks, "truncated"),
        (damaged, "damaged"),
    ],
)
def test_a_spoilt_compressed_file_is_refused(
    tmp_path: Path, spoil: Callable[[bytes], bytes], reason: str
) -> None:
    lines = [site("0|1 1|1 0|0 1|0", pos=100 + number) for number in range(400)]
    source = compressed(tmp_path / "in.vcf.gz", vcf(lines))
    source.write_bytes(spoil(source.read_bytes()))
    assert reason in refused(source, tmp_path).reason


def test_a_truncated_plain_gzip_names_the_line_that_cannot_be_read(tmp_path: Path) -> None:
    source = tmp_path / "in.vcf.gz"
    source.write_bytes(gzip.compress(vcf([GOOD] * 4000).encode())[:-8])
    assert refused(source, tmp_path).line == HEADER + 4001


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedInput, match=r"^gone\.vcf: the file cannot be read$"):
        inspect_variants(tmp_path / "gone.vcf")


def test_a_file_goes_by_the_name_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "upload-7").write_bytes(b"")
    with pytest.raises(MalformedInput, match=r"^genomes\.vcf\.gz: the file is empty$"):
        inspect_variants(tmp_path / "upload-7", name="genomes.vcf.gz")


def test_an_unknown_sample_is_refused_without_naming_it(tmp_path: Path) -> None:
    source = compressed(tmp_path / "in.vcf.gz", vcf([GOOD]))
    with pytest.raises(MalformedInput, match="unknown sample: 1 of the people") as refusal:
        extract_variants(source, tmp_path / "out.vcf.gz", pseudonyms(["ANE", "ZOE"]))
    assert refusal.value.line == HEADER
    assert [path.name for path in tmp_path.iterdir()] == ["in.vcf.gz"]
