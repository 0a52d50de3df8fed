"""What a recipe may use, and what a preview tells before anything is laid down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from governance.lives.datasets.words import Media, VariableRole
from governance.lives.permits.commands import SuspendPermit
from governance.lives.programme.switches import StopAllReleases
from governance.refusals import Refusal
from governance.service.ask import NOT_FOUND
from governance.service.preparation import PreviewMade, preview_release
from governance.views.releases import Preparable
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from governance.vocabulary.people import Role
from tests.views.study import PEOPLE, Study


async def previewed(study: Study, by: str = "preparer") -> PreviewMade:
    made = await preview_release(study.cast.house, await study.recipe(), by=study.by(by))
    assert isinstance(made, PreviewMade), made
    return made


async def test_a_recipe_may_use_what_the_permit_covers_and_the_files_hold(study: Study) -> None:
    shown = await study.asks("preparer", Preparable(study.permit_id))

    laid_down = await study.recipe()
    assert shown.may == {Act.PREPARE_RELEASE}
    assert shown.cells == laid_down.cells
    assert shown.environment == laid_down.environment_id
    assert shown.named_persons is not None
    assert laid_down.requester in {person.id for person in shown.named_persons}
    assert shown.datasets is not None
    offered = {dataset.media: dataset for dataset in shown.datasets}
    [table] = offered[Media.TABLE].versions
    [taken] = [source for source in laid_down.sources if source.media == Media.TABLE]
    assert {variable.name for variable in table.variables} == set(taken.columns)
    assert VariableRole.IDENTIFIER not in {variable.role for variable in table.variables}
    assert table.rows == PEOPLE
    [variants] = offered[Media.VARIANTS].versions
    assert table.categories | variants.categories == {cell.category for cell in laid_down.cells}


@pytest.mark.parametrize("reader", ["first-officer", "researcher", "access-officer", "auditor"])
async def test_nobody_else_is_offered_anything(study: Study, reader: str) -> None:
    assert await study.finds_nothing(reader, Preparable(study.permit_id))
    recipe = await study.recipe()
    assert await preview_release(study.cast.house, recipe, by=study.by(reader)) == NOT_FOUND


async def test_a_preparer_who_is_named_in_the_permit_prepares_nothing_of_it(study: Study) -> None:
    await study.also("researcher", Role.PREPARER)
    assert await study.finds_nothing("researcher", Preparable(study.permit_id))
    assert await study.finds_nothing("preparer", Preparable("0" * 32))


async def test_a_preview_counts_what_the_release_then_takes(study: Study) -> None:
    made = await previewed(study)
    delivered = await study.run()

    assert made.would_leave
    assert made.refused_by == ()
    assert made.counts_by_rule is None
    assert made.preview is not None
    assert (made.preview.considered, made.preview.included) == (PEOPLE, delivered.people)
    assert made.recipe.preview_considered == PEOPLE
    assert made.recipe.preview_allowed == delivered.people


async def test_only_whoever_sees_counts_by_rule_is_told_them_before(study: Study) -> None:
    await study.also("preparer", Role.RELEASE_OFFICER)

    made = await previewed(study)

    assert made.counts_by_rule == (await study.run()).refused_by_rule


async def test_a_preview_says_which_rules_about_the_whole_would_stop_it(study: Study) -> None:
    suspend = SuspendPermit(permit_id=study.permit_id, reason=text("A report."))
    await study.do(suspend, "access-officer")
    await study.do(StopAllReleases(reason=text("A drill.")), "steward")

    made = await previewed(study)

    assert not made.would_leave
    assert made.refused_by == ("R-22", "R-56")


async def test_a_preview_of_a_source_that_is_not_there_is_refused(study: Study) -> None:
    recipe = await study.recipe()
    newer = tuple(replace(source, version=7) for source in recipe.sources)

    made = await preview_release(
        study.cast.house, replace(recipe, sources=newer), by=study.by("preparer")
    )

    assert isinstance(made, Refusal)
    assert made.code == "source-unknown"
