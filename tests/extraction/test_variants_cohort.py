"""The public cohort: 2,504 people, and a release of every third, held against a naive count."""

from __future__ import annotations

from pathlib import Path

import pytest

from governance.extraction.variants import VariantsReport, extract_variants, inspect_variants
from tests.extraction.naive_vcf import Read, bases, called, pseudonyms, read, text_of

COHORT = "data/cohort/1000G.2504.vcf.gz"


@pytest.fixture(scope="module")
def release(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path, dict[str, str], VariantsReport]:
    """Source, target, the people with their pseudonyms, and the report."""
    target = tmp_path_factory.mktemp("package") / "variants.vcf.gz"
    people = pseudonyms(inspect_variants(shared / COHORT).samples[::3])
    return shared / COHORT, target, people, extract_variants(shared / COHORT, target, people)


Release = tuple[Path, Path, dict[str, str], VariantsReport]


def by_allele(path: Path) -> dict[tuple[int, str, str], Read]:
    """Each site under each of its alternates; two sites can share a position."""
    return {
        (site.position, site.reference, one): site for site in read(path) for one in site.alternates
    }


def test_the_cohort_is_well_formed(shared: Path) -> None:
    found = inspect_variants(shared / COHORT)
    assert (len(found.samples), found.sites, found.samples[0]) == (2504, 1042, "HG00096")


def test_each_person_carries_in_the_package_what_she_carries_in_the_source(
    release: Release,
) -> None:
    source, target, people, _ = release
    before = by_allele(source)
    for site in read(target):
        origin = before[site.position, site.reference, site.alternates[0]]
        assert len(site.genotypes) == len(people)
        assert all(bases(site, people[name]) == bases(origin, name) for name in people)


def test_every_site_that_somebody_carries_is_there_and_no_other(release: Release) -> None:
    source, target, people, report = release

    def carried(site: Read) -> bool:
        return any(set(called(site.genotypes[name])) - {"0"} for name in people)

    expected = [site.position for site in read(source) if carried(site)]
    assert [site.position for site in read(target)] == expected
    assert report.sites_out == len(expected) < report.sites_in == 1042


def test_counts_and_frequencies_are_those_of_a_naive_count(release: Release) -> None:
    for site in read(release[1]):
        alleles = [allele for text in site.genotypes.values() for allele in called(text)]
        counts = [alleles.count(str(number)) for number in range(1, len(site.alternates) + 1)]
        assert 0 not in counts
        assert site.info["AC"] == ",".join(map(str, counts))
        assert int(site.info["AN"]) == len(alleles)
        assert int(site.info["NS"]) == sum(1 for text in site.genotypes.values() if called(text))
        for said, count in zip(site.info["AF"].split(","), counts, strict=True):
            assert float(said) == pytest.approx(count / len(alleles), rel=1e-5)


def test_ancestral_alleles_and_types_stay_and_everything_else_goes(release: Release) -> None:
    source, target, _, report = release
    before = by_allele(source)
    for site in read(target):
        assert set(site.info) <= {"AC", "AN", "AF", "NS", "AA", "VT"}
        origin = before[site.position, site.reference, site.alternates[0]].info
        assert site.info.get("AA") == origin.get("AA")
        assert set(site.info["VT"].split(",")) <= set(origin["VT"].split(","))
    assert {"DP", "EAS_AF", "EX_TARGET", "MULTI_ALLELIC"} <= set(report.info_dropped)


def test_no_sample_id_is_anywhere_in_the_text(release: Release) -> None:
    source, target, _, _ = release
    text = text_of(target)
    assert not any(name in text for name in inspect_variants(source).samples)
