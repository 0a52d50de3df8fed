"""The public cohort, packed by our extraction, passes the outside checker."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.checker import check_release
from tests.checker.contents import read_variants
from tests.checker.packages import make_package, make_people

COHORT = "data/cohort"


def test_a_package_of_the_cohort_passes(
    shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    variants = shared / COHORT / "1000G.2504.vcf.gz"
    names = tuple(read_variants(variants).samples)
    sources = make_people(tmp_path / "region", names, seed=1)
    shutil.copy(variants, sources.variants)
    shutil.copy(shared / COHORT / "CINECA_synthetic_EUROPE_UK1.tsv.gz", sources.table)
    allowed = sources.allowed() & set(names)
    assert 1000 < len(allowed) < 2000
    make_package(sources, tmp_path / "package", allowed)
    code = check_release.main(sources.command(tmp_path / "package"))
    assert (code, capsys.readouterr().out) == (0, "")
