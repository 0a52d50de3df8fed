"""The release table in Cedar: one policy for each row, and requests that hold the answers.

A row becomes a ``forbid`` unless its question is answered with no; a question that meets an unknown
fact is left out of the context, and is forbidden too. The answers are prepared beforehand and are
not measured: Cedar is spared the questions that ours has to ask.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from cedarpy import AuthzResult, Entities, PolicySet, is_authorized, is_authorized_batch

from governance.policy.facts import Facts
from governance.policy.verdict import RuleSet

Request = dict[str, Any]
Decide = Callable[[], Sequence[AuthzResult]]


def policies_of(rules: RuleSet[Facts]) -> PolicySet:
    """The rows as Cedar policies, parsed."""
    rows = ['@id("default") permit(principal, action, resource);']
    for rule in rules.rules:
        name = rule.asks.__name__
        rows.append(
            f'@id("{rule.id}") forbid(principal, action, resource)\n'
            f"unless {{ context has {name} && context.{name} == false }};"
        )
    return PolicySet.from_str("\n".join(rows))


def request_of(rules: RuleSet[Facts], facts: Facts) -> Request:
    """One question to Cedar about these facts."""
    answers = {rule.asks.__name__: rule.asks(facts) for rule in rules.rules}
    return {
        "principal": 'Officer::"one"',
        "action": 'Action::"release"',
        "resource": 'Record::"one"',
        "context": {name: answer for name, answer in answers.items() if answer is not None},
    }


def ways(rules: RuleSet[Facts], facts: list[Facts]) -> dict[str, Decide]:
    """The ways in which Cedar can be asked about all of these."""
    policies, entities = policies_of(rules), Entities.from_json_str("[]")
    requests = [request_of(rules, one) for one in facts]
    written = [{**request, "context": json.dumps(request["context"])} for request in requests]
    return {
        "one by one": lambda: [is_authorized(one, policies, entities) for one in requests],
        "one by one, context as text": lambda: [
            is_authorized(one, policies, entities) for one in written
        ],
        "batch": lambda: is_authorized_batch(requests, policies, entities),
        "batch, context as text": lambda: is_authorized_batch(written, policies, entities),
    }


def refused_by(result: AuthzResult) -> set[str]:
    """The ids of the rows that refused."""
    if result.allowed:
        return set()
    named = result.diagnostics.id_annotations_by_reason
    return {named[reason] for reason in result.diagnostics.reasons}
