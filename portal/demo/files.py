"""The two files of the synthetic region: variants as VCF and a table, as messy as the real ones."""

from __future__ import annotations

import gzip
import random
from collections.abc import Sequence
from pathlib import Path

import pysam

from portal.demo.descriptors import SAMPLE_COLUMN

POPULATIONS = ("EAS_AF", "AMR_AF", "AFR_AF", "EUR_AF", "SAS_AF")
COUNTRIES = ("Navarre", "Spain", "France", "Elsewhere")
BACKGROUNDS = ("White", "Mixed", "Black", "Asian", "Other", "Prefer not to answer")
HEADER = """##fileformat=VCFv4.1
##FILTER=<ID=PASS,Description="All filters passed">
##fileDate=20260101
##source=syntheticRegion
##contig=<ID=1,length=249250621>
##INFO=<ID=AC,Number=A,Type=Integer,Description="Alternate allele count">
##INFO=<ID=AF,Number=A,Type=Float,Description="Alternate allele frequency">
##INFO=<ID=AN,Number=1,Type=Integer,Description="Alleles called">
##INFO=<ID=NS,Number=1,Type=Integer,Description="Samples with data">
##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth over all samples">
##INFO=<ID=EAS_AF,Number=A,Type=Float,Description="Frequency in East Asia">
##INFO=<ID=AMR_AF,Number=A,Type=Float,Description="Frequency in the Americas">
##INFO=<ID=AFR_AF,Number=A,Type=Float,Description="Frequency in Africa">
##INFO=<ID=EUR_AF,Number=A,Type=Float,Description="Frequency in Europe">
##INFO=<ID=SAS_AF,Number=A,Type=Float,Description="Frequency in South Asia">
##INFO=<ID=AA,Number=1,Type=String,Description="Ancestral allele">
##INFO=<ID=VT,Number=.,Type=String,Description="Variant type">
##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
"""


def write_variants(path: Path, samples: Sequence[str], *, seed: int, sites: int = 160) -> None:
    """A VCF in blocks of gzip: common and rare sites, some with two alternates, some private."""
    chance = random.Random(f"{seed}:variants")
    with pysam.BGZFile(str(path), "wb", None) as file:
        file.write(HEADER.encode())
        columns = (
            "#CHROM",
            "POS",
            "ID",
            "REF",
            "ALT",
            "QUAL",
            "FILTER",
            "INFO",
            "FORMAT",
            *samples,
        )
        file.write(("\t".join(columns) + "\n").encode())
        position = 10_000
        for number in range(sites):
            position += chance.randrange(20, 900)
            file.write((_site(chance, number, position, len(samples)) + "\n").encode())


def _site(chance: random.Random, number: int, position: int, people: int) -> str:
    reference, *others = chance.sample("ACGT", 3)
    alternates = others if number % 9 == 0 else others[:1]
    frequency = chance.choice((0.4, 0.1, 0.02, 0.5 / people))
    alleles = [0] * (2 * people)
    for index in range(len(alleles)):
        if chance.random() < frequency:
            alleles[index] = chance.randrange(1, len(alternates) + 1)
    if number % 11 == 0:
        alleles[chance.randrange(len(alleles))] = 1
    counts = [alleles.count(allele + 1) for allele in range(len(alternates))]
    shares = ",".join(f"{count / len(alleles):.6g}" for count in counts)
    info = [
        f"AC={','.join(map(str, counts))}",
        f"AF={shares}",
        f"AN={len(alleles)}",
        f"NS={people}",
    ]
    info += [f"DP={chance.randrange(people * 5, people * 30)}"]
    info += [f"{population}={shares}" for population in POPULATIONS]
    info += [f"AA={reference.lower()}|||", "VT=SNP"]
    genotypes = (f"{alleles[2 * i]}|{alleles[2 * i + 1]}" for i in range(people))
    fixed = (
        "1",
        str(position),
        f"rs{900_000 + number}",
        reference,
        ",".join(alternates),
        "100",
        "PASS",
    )
    return "\t".join((*fixed, ";".join(info), "GT", *genotypes))


def write_table(path: Path, samples: Sequence[str], *, seed: int) -> None:
    """A gzipped table of tab-separated columns, with the cohort's names and its ``#REF!`` cells."""
    chance = random.Random(f"{seed}:table")
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        for line in [tuple(_row(chance, "", 0)), *_rows(chance, samples)]:
            file.write(("\t".join(line) + "\n").encode())


def _rows(chance: random.Random, samples: Sequence[str]) -> list[tuple[str, ...]]:
    rows = [_row(chance, sample, number) for number, sample in enumerate(samples, 1)]
    return [tuple(row.values()) for row in rows]


def _row(chance: random.Random, sample: str, number: int) -> dict[str, str]:
    def measure(mean: float, spread: float) -> str:
        return "#REF!" if chance.random() < 0.02 else f"{chance.gauss(mean, spread):.4f}"

    return {
        "eid": f"fake{number}",
        "Sample name": f"synthetic_sample_{number}",
        "Accession": f"SAMEA{7_000_000 + number}",
        SAMPLE_COLUMN: sample,
        "EGA sample id": f"EGAN{2_000_000 + number}",
        "Sex": chance.choice(("female", "male")),
        "Ethnic background-0.0": chance.choices(BACKGROUNDS, (60, 10, 8, 8, 3, 2))[0],
        "Country of birth (UK/elsewhere)-0.0": chance.choices(COUNTRIES, (70, 20, 4, 6))[0],
        "Home location - east co-ordinate-0.0": str(chance.randrange(540_000, 670_000)),
        "Home location - north co-ordinate-0.0": str(chance.randrange(4_640_000, 4_790_000)),
        "Body mass index (BMI)-0.0": measure(26, 4),
        "Diabetes diagnosed by doctor-0.0": chance.choice(("Yes", "No", "No", "Do not know", "")),
        "HDL cholesterol-0.0": measure(1.4, 0.3),
        "LDL direct-0.0": measure(3.2, 0.7),
        "Triglycerides-0.0": measure(1.7, 0.6),
        "Ever smoked-0.0": chance.choice(("Yes", "No")),
        "Sleep duration-0.0": str(chance.randrange(4, 11)),
        "Mental and behavioural disorders": chance.choice(("", "", "", "depressive episode")),
        "Circulatory system disorders": chance.choice(("", "", "varicose veins", "cardiomyopathy")),
    }
