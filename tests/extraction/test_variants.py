"""Stories of the variants of a release: who is in the file, and what it says about the others."""

from __future__ import annotations

from pathlib import Path

import pysam
import pytest

from governance.extraction.variants import VariantsReport, extract_variants, inspect_variants
from governance.refusals import Refused
from tests.extraction.naive_vcf import (
    PEOPLE,
    Read,
    compressed,
    pseudonyms,
    read,
    site,
    text_of,
    vcf,
)

NAMES = pseudonyms(PEOPLE)


def released(tmp_path: Path, lines: list[str], people: str) -> tuple[list[Read], VariantsReport]:
    """The sites of a package for some of the people, and the report."""
    source = compressed(tmp_path / "in.vcf.gz", vcf(lines))
    chosen = {name: NAMES[name] for name in people.split()}
    report = extract_variants(source, tmp_path / "out.vcf.gz", chosen)
    return read(tmp_path / "out.vcf.gz"), report


def test_a_file_is_inspected_before_it_is_used(tmp_path: Path) -> None:
    source = compressed(tmp_path / "in.vcf.gz", vcf([site("0|0 0|1 1|1 0|0"), site("0 0 0 1")]))
    found = inspect_variants(source)
    assert (found.samples, found.sites, len(found.sha256)) == (PEOPLE, 2, 64)


def test_an_uncompressed_file_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "in.vcf").write_text(vcf([site("0|0 0|1 1|1 0|0")]))
    assert inspect_variants(tmp_path / "in.vcf").sites == 1


def test_only_the_people_asked_for_are_in_the_package(tmp_path: Path) -> None:
    (only,), report = released(tmp_path, [site("0|1 1|1 0|0 1|0")], "ANE DUNE")
    assert only.genotypes == {NAMES["ANE"]: "0|1", NAMES["DUNE"]: "1|0"}
    assert report.samples == 2


def test_samples_stand_in_the_order_of_their_pseudonyms(tmp_path: Path) -> None:
    (only,), _ = released(tmp_path, [site("0|1 1|1 0|0 1|0")], "ANE BELA CRUZ DUNE")
    assert list(only.genotypes) == sorted(NAMES.values()) != list(NAMES.values())


def test_counts_are_those_of_the_people_in_the_package(tmp_path: Path) -> None:
    (only,), _ = released(tmp_path, [site("0|1 1|1 ./. 1|1")], "ANE CRUZ DUNE")
    assert {key: only.info[key] for key in ("AC", "AN", "AF", "NS")} == {
        "AC": "3",
        "AN": "4",
        "AF": "0.75",
        "NS": "2",
    }


def test_a_site_that_only_others_carry_does_not_leave(tmp_path: Path) -> None:
    sites, report = released(tmp_path, [site("0|0 1|1 0|0 0|0"), site("0|1 0|0 0|0 0|0")], "ANE")
    assert [one.genotypes[NAMES["ANE"]] for one in sites] == ["0|1"]
    assert (report.sites_in, report.sites_out) == (2, 1)


def test_an_allele_that_only_others_carry_does_not_leave(tmp_path: Path) -> None:
    line = site("0|3 1|2 3|. 0|0", alt="G,T,AC", info="AC=1,1,2;AA=a|A|T|insertion;VT=SNP,INDEL")
    (only,), report = released(tmp_path, [line], "ANE CRUZ")
    assert only.alternates == ["AC"]
    assert sorted(only.genotypes.values()) == ["0|1", "1|."]
    assert (only.info["AC"], only.info["AN"], only.info["AF"]) == ("2", "3", "0.666667")
    assert (only.info["VT"], only.info["AA"]) == ("INDEL", "a|||")
    assert report.alleles_dropped == 2


def test_phase_ploidy_and_missing_calls_stay_as_they_were(tmp_path: Path) -> None:
    (only,), _ = released(tmp_path, [site("1 .|1 0/1|0 1/.", alt="G,T")], "ANE BELA CRUZ DUNE")
    assert [only.genotypes[NAMES[name]] for name in PEOPLE] == ["1", ".|1", "0/1|0", "1/."]
    assert (only.info["AC"], only.info["AN"], only.info["NS"]) == ("4", "6", "4")


def test_a_site_without_any_call_does_not_leave(tmp_path: Path) -> None:
    sites, _ = released(tmp_path, [site("./. . .|. ./.", alt=".")], "ANE BELA")
    assert sites == []


def test_what_the_holder_computed_from_everybody_does_not_leave(tmp_path: Path) -> None:
    info = "AC=9;AN=9;DP=5;EUR_AF=0.1;EX_TARGET;MYSTERY=ANE;AA=HG|x;VT=SNP,ANE"
    (only,), report = released(tmp_path, [site("0|1 1|1 0|0 1|0", info=info)], "ANE DUNE")
    assert list(only.info) == ["AC", "AN", "AF", "NS", "VT"]
    assert (only.info["VT"], only.quality) == ("SNP", ".")
    assert report.info_dropped == ("DP", "EUR_AF", "EX_TARGET", "MYSTERY")


def test_only_genotypes_leave_of_what_each_sample_has(tmp_path: Path) -> None:
    line = site("0|1:9:ANE 1|1 0|0:1 1|0:8", format="GT:DP:XX")
    (only,), _ = released(tmp_path, [line], "ANE DUNE")
    assert sorted(only.genotypes.values()) == ["0|1", "1|0"]


@pytest.mark.parametrize(
    ("ids", "alt", "left"),
    [
        ("rs5", "G", "rs5"),
        ("rs5;HOLDER-ANE", "G", "rs5"),
        ("ANE", "G", "."),
        ("rs5;rs6", "G", "rs5;rs6"),
        ("rs5;rs6", "G,T", "."),
        ("rs5", "G,T", "rs5"),
    ],
)
def test_registered_ids_stay_and_ids_of_the_holder_go(
    tmp_path: Path, ids: str, alt: str, left: str
) -> None:
    (only,), _ = released(tmp_path, [site("0|1 1|1 0|0 1|0", id=ids, alt=alt)], "ANE DUNE")
    assert only.id == left


def test_the_header_holds_no_id_command_path_date_or_source(tmp_path: Path) -> None:
    released(tmp_path, [site("0|1 1|1 0|0 1|0", filter="q10")], "ANE DUNE")
    header = text_of(tmp_path / "out.vcf.gz").partition("#CHROM")[0]
    for word in (*PEOPLE, "ommand", "home", "fileDate", "source", "reference", "ftp", "seen"):
        assert word not in header
    assert "##contig=<ID=2,length=2000>" in header
    assert "##FILTER=<ID=q10," in header


def test_the_index_finds_the_sites(tmp_path: Path) -> None:
    _, report = released(tmp_path, [site("0|1 0 0 0"), site("1|1 0 0 0", pos=900)], "ANE")
    assert report.index == "out.vcf.gz.tbi"
    with pysam.VariantFile(str(tmp_path / "out.vcf.gz")) as file:
        assert [found.pos for found in file.fetch("1", 500, 1000)] == [900]


def test_contigs_beyond_what_tabix_counts_get_an_index_that_can(tmp_path: Path) -> None:
    _, report = released(tmp_path, [site("0|1 0 0 0", pos=600_000_000)], "ANE")
    assert report.index == "out.vcf.gz.csi"
    with pysam.VariantFile(str(tmp_path / "out.vcf.gz")) as file:
        assert [found.pos for found in file.fetch("1", 599_999_999)] == [600_000_000]


def test_the_same_people_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    lines = [site("0|1 1|1 0|0 1|0", pos=100 + number) for number in range(300)]
    source = compressed(tmp_path / "in.vcf.gz", vcf(lines))
    forth, back = tmp_path / "a.vcf.gz", tmp_path / "b.vcf.gz"
    first = extract_variants(source, forth, NAMES)
    again = extract_variants(source, back, dict(reversed(NAMES.items())))
    assert forth.read_bytes() == back.read_bytes()
    assert first.content_digest == again.content_digest
    assert (first.sha256, first.index_sha256) == (again.sha256, again.index_sha256)
    other = extract_variants(source, back, pseudonyms(PEOPLE, "another permit"))
    assert other.sha256 != first.sha256


def test_progress_ends_at_the_size_of_the_source(tmp_path: Path) -> None:
    lines = [site("0|1 1|1 0|0 1|0", pos=100 + number) for number in range(600)]
    source = compressed(tmp_path / "in.vcf.gz", vcf(lines))
    told: list[tuple[int, int]] = []
    extract_variants(
        source, tmp_path / "o.gz", NAMES, on_progress=lambda done, size: told.append((done, size))
    )
    assert len(told) == 3
    assert told[-1] == (source.stat().st_size, source.stat().st_size)


def test_a_release_of_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nobody-to-extract"):
        released(tmp_path, [site("0|1 1|1 0|0 1|0")], "")


@pytest.mark.parametrize("names", [{"ANE": "ane"}, {"ANE": "0" * 32, "BELA": "0" * 32}])
def test_a_pseudonym_that_is_none_is_refused(tmp_path: Path, names: dict[str, str]) -> None:
    source = compressed(tmp_path / "in.vcf.gz", vcf([site("0|1 1|1 0|0 1|0")]))
    with pytest.raises(Refused, match="pseudonym-malformed"):
        extract_variants(source, tmp_path / "out.vcf.gz", names)
    assert [path.name for path in tmp_path.iterdir()] == ["in.vcf.gz"]


def test_a_source_that_changed_since_it_was_registered_is_refused(tmp_path: Path) -> None:
    source = compressed(tmp_path / "in.vcf.gz", vcf([site("0|1 1|1 0|0 1|0")]))
    registered = inspect_variants(source).sha256
    extract_variants(source, tmp_path / "out.vcf.gz", NAMES, source_sha256=registered)
    compressed(source, vcf([site("0|1 1|1 0|0 0|0")]))
    with pytest.raises(Refused, match="source-changed"):
        extract_variants(source, tmp_path / "new.vcf.gz", NAMES, source_sha256=registered)
    assert not (tmp_path / "new.vcf.gz").exists()
