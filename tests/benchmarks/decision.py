"""One decision through the release table, all reasons kept, beside Cedar with the same rows.

Every row of the table is judged, those about the whole release and those about the citizen; no
verdict is remembered, and the rows in force are looked up each time. Cedar has its policies parsed,
is asked one by one and in batches, and the fastest way counts.
"""

from __future__ import annotations

from governance.policy.facts import Facts
from governance.policy.release import RELEASE
from governance.policy.verdict import RuleSet, judge, rules_in_force
from governance.vocabulary.regimes import Regime
from tests.benchmarks import cedar
from tests.benchmarks.measure import Comparison, Options, Report, Run, interleaved, main, timed
from tests.benchmarks.random_facts import random_facts
from tests.policy.baselines import DAY

WANTED = 5.0


def equal(rules: RuleSet[Facts], facts: list[Facts], ways: dict[str, cedar.Decide]) -> int:
    """How many are refused; both sides must refuse the same, by the same rows."""
    verdicts = [judge(rules, one) for one in facts]
    for decide in ways.values():
        for verdict, result in zip(verdicts, decide(), strict=True):
            assert verdict.allowed == result.allowed
            assert set(verdict.refused_by) == cedar.refused_by(result)
    return sum(not verdict.allowed for verdict in verdicts)


def compared(regime: Regime, changes: int, options: Options, report: Report) -> None:
    """One regime, and facts that differ from the allowed ones in up to so many places."""
    rules = rules_in_force(RELEASE, regime, DAY)
    facts = random_facts(regime, count=options.size, changes=changes, seed=changes)
    ways = cedar.ways(rules, facts)
    refused = equal(rules, facts, ways)
    contenders: dict[str, Run] = {name: timed(decide) for name, decide in ways.items()}
    contenders["ours"] = timed(
        lambda: [judge(rules_in_force(RELEASE, regime, DAY), one) for one in facts]
    )
    times = interleaved(contenders, rounds=options.rounds)
    ours = times.pop("ours")
    fastest = min(times, key=lambda name: times[name].median)
    work = f"{regime.value}, {len(rules.rules)} rows, {refused / len(facts):.0%} refused"
    report.comparisons.append(
        Comparison(work, f"Cedar, {fastest}", len(facts), ours, times[fastest], WANTED)
    )


def measure(options: Options) -> Report:
    """Both regimes; nobody refused, and almost everybody refused for several reasons."""
    report = Report("Policy: one decision, all reasons kept", packages=("cedarpy",))
    for regime in Regime:
        for changes in (0, 3):
            compared(regime, changes, options, report)
    return report


if __name__ == "__main__":
    main(measure, size=5_000)
