"""Writing the files of a package for the people who allow it. Knows no rule and asks none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from governance.extraction.manifest import Manifest, PackagedFile, TableTotals
from governance.extraction.package import TABLE, VARIANTS, packaged
from governance.extraction.plan import TablePlan
from governance.extraction.pseudonyms import pseudonyms
from governance.extraction.tabular import TableReport, extract_table
from governance.extraction.variants import VariantsReport, extract_variants
from governance.lives.datasets.words import Media, VariableRole
from governance.lives.releases.words import Recipe
from governance.policy.release import RELEASE
from governance.policy.version import RULES
from governance.service.preparation.cohort import SourceFile
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId

RULES_IN_WORDS = {rule.id: rule.says for rule in RELEASE}
"""The sentence of each release rule, for those who may be told."""


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a package, and what disclosure control took."""

    files: tuple[PackagedFile, ...]
    people: int
    table: TableTotals | None
    table_report: TableReport | None
    variants_report: VariantsReport | None

    def manifest(self, release_id: str, recipe: Recipe, frozen: Instant) -> Manifest:
        """What the package says of itself."""
        return Manifest(
            release_id=release_id,
            permit_id=recipe.permit_id,
            instant=frozen,
            rules=RULES,
            people=self.people,
            files=self.files,
            table=self.table,
        )


def build_files(
    folder: Path,
    recipe: Recipe,
    sources: Iterable[SourceFile],
    people: frozenset[SubjectId],
    key: bytes,
) -> Built:
    """Extract from every source the people who may leave, under the pseudonyms of the permit."""
    for left in folder.iterdir():
        left.unlink()
    names = pseudonyms(key, sorted(people))
    files: list[PackagedFile] = []
    table: TableReport | None = None
    totals: TableTotals | None = None
    variants: VariantsReport | None = None
    for source in sources:
        chosen = {held: names[who] for held, who in source.people.items() if who in people}
        if source.source.media == Media.TABLE:
            plan = _plan(source, recipe)
            table = extract_table(source.path, folder / TABLE, chosen, plan)
            totals = _totals(table, plan)
            files.append(packaged(folder / TABLE, table.content_digest, sha256=table.sha256))
        else:
            variants = extract_variants(
                source.path, folder / VARIANTS, chosen, source_sha256=source.version.sha256
            )
            digest = variants.content_digest
            files.append(packaged(folder / VARIANTS, digest, sha256=variants.sha256))
            files.append(packaged(folder / variants.index, None, sha256=variants.index_sha256))
    return Built(tuple(files), len(people), totals, table, variants)


def _plan(source: SourceFile, recipe: Recipe) -> TablePlan:
    quasi = source.dataset.variables(VariableRole.QUASI_IDENTIFIER)
    return TablePlan(
        source_sha256=source.version.sha256,
        id_column=source.version.id_column or "",
        columns=source.source.columns,
        identifiers=source.dataset.variables(VariableRole.IDENTIFIER),
        quasi_identifiers=tuple(c for c in source.source.columns if c in quasi),
        k=recipe.k,
    )


def _totals(report: TableReport, plan: TablePlan) -> TableTotals:
    return TableTotals(
        rows=report.rows,
        columns=report.columns,
        k=report.k,
        quasi_identifiers=plan.controlled,
        cells_blanked=sum(report.blanked.values()),
    )
