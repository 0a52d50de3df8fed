"""Random facts for the release table: those under which all is allowed, with some changes."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, replace
from enum import Enum
from random import Random
from typing import Any, TypeVar

from governance.policy.facts import Facts
from governance.vocabulary.regimes import Regime
from tests.policy.baselines import AN_ADULT, RELEASES

T = TypeVar("T")


def random_facts(regime: Regime, *, count: int, changes: int, seed: int) -> list[Facts]:
    """So many subjects of judgement; each has up to so many facts changed, or unknown."""
    chance = Random(seed)
    release, citizen = RELEASES[regime], AN_ADULT
    return [
        Facts(
            _changed(release, chance, chance.randint(0, changes), keep={"regime"}),
            _changed(citizen, chance, chance.randint(0, changes), keep=set()),
        )
        for _ in range(count)
    ]


def _changed(facts: T, chance: Random, changes: int, *, keep: set[str]) -> T:
    hints = typing.get_type_hints(type(facts))
    names = sorted({field.name for field in fields(facts)} - keep)  # type: ignore[arg-type]
    chosen = {name: _any_of(hints[name], chance) for name in chance.sample(names, changes)}
    return replace(facts, **chosen)  # type: ignore[type-var]


def _any_of(hint: Any, chance: Random) -> Any:
    """Any value that the field can hold, None among them."""
    kind = chance.choice(typing.get_args(hint)) if isinstance(hint, types.UnionType) else hint
    if kind is type(None):
        return None
    if kind is bool:
        return chance.random() < 0.5
    if isinstance(kind, type) and issubclass(kind, Enum):
        return chance.choice(list(kind))
    whole, members = typing.get_origin(kind), list(typing.get_args(kind)[0])
    return whole(chance.sample(members, chance.randint(1, min(3, len(members)))))
