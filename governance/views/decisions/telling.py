"""Putting verdicts into answers: what was judged, and as much of why as this reader may be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from governance.eligibility.decisions import Judged
from governance.lives import permits
from governance.policy.release import OF_A_RECIPE
from governance.policy.verdict import Verdict
from governance.policy.version import RULES
from governance.views.decisions.shown import Decision, Reason, UseJudged, WhyNot
from governance.views.law import PROVISIONS
from governance.views.question import About, Looking, only
from governance.vocabulary.people import SubjectId


def reasons_of(verdict: Verdict, told: Iterable[str]) -> tuple[Reason, ...]:
    """The rules of a verdict that may be told, with what they say and rest on."""
    kept = frozenset(told)
    return tuple(
        Reason(rule, PROVISIONS[rule].says, PROVISIONS[rule].source, rule in verdict.unknown)
        for rule in verdict.refused_by
        if rule in kept
    )


async def head_of(looking: Looking, judged: Judged) -> dict[str, Any]:
    """The fields that every decision has."""
    recipe = judged.release.recipe
    if recipe is None:
        raise ValueError("nothing was judged")
    whole = judged.whole
    told = await looking.told(whole.refused_by, (permits.NAME, recipe.permit_id))
    return {
        "id": recipe.permit_id,
        "cells": recipe.cells,
        "datasets": frozenset(source.dataset_id for source in recipe.sources),
        "instant": looking.instant,
        "regime": whole.regime,
        "rules": RULES,
        "whole": UseJudged(whole.allowed, reasons_of(whole, told), tuple(sorted(OF_A_RECIPE))),
    }


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of people what this reader may know: whatever she is told of one kind is made once."""

    judged: Judged
    visible: frozenset[str]
    told: frozenset[str]
    """The rules that she may be told."""

    def of(self, people: Iterable[SubjectId | None]) -> tuple[Decision, ...]:
        """A decision for each of these, in their order; None is nobody."""
        made: dict[Verdict | None, Decision] = {}
        verdicts = self.judged.people.verdicts
        decisions = []
        for who in people:
            verdict = verdicts.get(who) if who is not None else None
            if verdict not in made:
                made[verdict] = only(self._decision(verdict), self.visible)
            decisions.append(made[verdict])
        return tuple(decisions)

    def _decision(self, verdict: Verdict | None) -> Decision:
        if verdict is None:
            return Decision(allowed=False, why_not=WhyNot.NOT_KNOWN, reasons=())
        allowed = verdict.allowed and self.judged.whole.allowed
        return Decision(
            allowed=allowed,
            why_not=None if allowed else WhyNot.REFUSED,
            reasons=reasons_of(verdict, self.told),
        )


async def teller(looking: Looking, judged: Judged, about: About, visible: frozenset[str]) -> Teller:
    """For whoever stands so to whom the decisions are about."""
    refused = {rule for one in judged.people.distinct for rule in one.refused_by}
    told = await looking.told(tuple(sorted(refused)), about)
    return Teller(judged, visible, frozenset(told))
