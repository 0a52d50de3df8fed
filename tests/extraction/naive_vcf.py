"""Small VCF files written as plain text, and a naive reading of the files that come out."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pysam

META = """##fileformat=VCFv4.1
##fileDate=20150218
##source=/home/somebody/pipeline --secret
##bcftools_viewCommand=view -s ANE,BELA in.vcf
##reference=ftp://somewhere/ref.fa
##FILTER=<ID=PASS,Description="All filters passed">
##FILTER=<ID=q10,Description="seen in ANE">
##contig=<ID=1,assembly=b37,length=1000000>
##contig=<ID=2,length=2000,URL=/home/somebody/2.fa>
##ALT=<ID=DEL,Description="Deletion">
##INFO=<ID=AC,Number=A,Type=Integer,Description="Count">
##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
"""
PEOPLE = ("ANE", "BELA", "CRUZ", "DUNE")
LINE = "1 {pos} {id} {ref} {alt} 100 {filter} {info} {format} {genotypes}"


class Read(NamedTuple):
    """A line of a VCF, split; ``genotypes`` by the name of the sample."""

    position: int
    id: str
    reference: str
    alternates: list[str]
    quality: str
    filter: str
    info: dict[str, str]
    genotypes: dict[str, str]


def site(genotypes: str, *, pos: int = 100, ref: str = "A", alt: str = "G", **more: str) -> str:
    """One line of a VCF. ``genotypes`` are separated by spaces."""
    words = {"id": "rs1", "filter": "PASS", "info": "AC=9;DP=77;AA=a|||;VT=SNP", "format": "GT"}
    fields = LINE.format(pos=pos, ref=ref, alt=alt, genotypes=genotypes, **{**words, **more})
    return fields.replace(" ", "\t")


def vcf(lines: Iterable[str], people: Sequence[str] = PEOPLE) -> str:
    """A whole VCF as text."""
    names = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"]
    return META + "\n".join(["\t".join([*names, *people]), *lines]) + "\n"


def compressed(path: Path, text: str) -> Path:
    """Write a text in blocks of gzip."""
    with pysam.BGZFile(str(path), "wb", None) as file:
        file.write(text.encode())
    return path


def pseudonyms(people: Iterable[str], permit: str = "p") -> dict[str, str]:
    """A pseudonym for everybody, as another permit would have other ones."""
    return {name: hashlib.sha256(f"{permit}{name}".encode()).hexdigest()[:32] for name in people}


def text_of(path: Path) -> str:
    """The whole text of a compressed file."""
    return gzip.decompress(path.read_bytes()).decode()


def read(path: Path) -> list[Read]:
    """Every site of a file, by splitting lines."""
    names: list[str] = []
    sites = []
    for line in text_of(path).splitlines():
        fields = line.split("\t")
        if line.startswith("#CHROM"):
            names = fields[9:]
        if not line.startswith("#"):
            info = dict((pair + "=").split("=")[:2] for pair in fields[7].split(";"))
            calls = dict(zip(names, fields[9:], strict=True))
            where = (int(fields[1]), fields[2], fields[3], fields[4].split(","))
            sites.append(Read(*where, fields[5], fields[6], info, calls))
    return sites


def called(genotype: str) -> list[str]:
    """The alleles of a genotype that are not missing."""
    return [a for a in genotype.split(":")[0].replace("/", "|").split("|") if a != "."]


def bases(site: Read, name: str) -> list[str]:
    """What somebody carries at a site, as letters, so that numbers of alleles do not matter."""
    alleles = [site.reference, *site.alternates]
    return [alleles[int(allele)] for allele in called(site.genotypes[name])]
