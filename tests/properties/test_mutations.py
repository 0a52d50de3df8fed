"""Every rule is needed: without it somebody gets out whom the oracle keeps in.

From a scene in which everything is allowed, one thing is changed, and a seeded search turns
harmless details around it. With the whole table our verdict is the oracle's; with one rule
removed it leaks.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from governance.policy.release import RELEASE as TABLE
from tests.properties.judged import Table, facts_of_citizen, facts_of_release, may_leave
from tests.properties.oracle.person import citizen_may_leave
from tests.properties.oracle.whole import release_may_leave
from tests.properties.scenes import OF_CITIZENS, OF_RELEASES, Scene, act, ehds

CHANGED = {**OF_CITIZENS, **OF_RELEASES}
TRIES = 6
RULES = [rule.id for rule in TABLE]


def around(rule: str) -> Iterator[Scene]:
    """The scene of a rule, among details that must not matter; the same ones in every run."""
    chance = random.Random(rule)
    for _ in range(TRIES):
        scene = CHANGED[rule]()
        asked = replace(scene.release, people=min(scene.release.people, chance.randint(10, 99)))
        early = scene.at - timedelta(days=80)
        noise = chance.sample(
            [
                act(says="refuse", effective=early),
                act("study", "allow", study="another", effective=early),
                act("opt-out", "", giver=scene.citizen.name, effective=early),
                act("reach", reach="eu-eea", effective=early),
            ],
            k=chance.randint(0, 2),
        )
        noise += [act("lift-opt-out", "", effective=early + timedelta(days=1))] * any(
            one.kind == "opt-out" for one in noise
        )
        by_herself = scene.citizen.born is not None and scene.citizen.born.year < 2000
        acts = (*noise, *scene.citizen.acts) if by_herself and rule != "R-01" else None
        yield replace(
            scene,
            release=asked,
            citizen=replace(scene.citizen, acts=acts or scene.citizen.acts),
        )


def oracle_says(scene: Scene) -> bool:
    """What somebody says who has read the law and not our tables."""
    return release_may_leave(scene.release, scene.at) and citizen_may_leave(
        scene.citizen, scene.release, scene.at, scene.everybody
    )


def table_says(scene: Scene, table: Table) -> bool:
    """What a table says to the facts that our code gathers."""
    whole = facts_of_release(scene.release, scene.at)
    hers = facts_of_citizen(scene.citizen, scene.release, scene.at, scene.everybody)
    return may_leave(table, whole, hers, scene.at)


@pytest.mark.parametrize("scene", [Scene(), ehds()], ids=["programme", "ehds"])
def test_where_nothing_is_wrong_the_record_leaves(scene: Scene) -> None:
    assert oracle_says(scene)
    assert table_says(scene, TABLE)


@pytest.mark.parametrize("rule", RULES)
def test_without_this_rule_somebody_gets_out_whom_the_law_keeps_in(rule: str) -> None:
    mutant = tuple(row for row in TABLE if row.id != rule)
    scenes = list(around(rule))
    for scene in scenes:
        assert table_says(scene, TABLE) is oracle_says(scene)
    assert any(table_says(scene, mutant) and not oracle_says(scene) for scene in scenes)


def test_every_rule_has_its_scene_and_no_scene_is_left_over() -> None:
    assert set(CHANGED) == set(RULES)
