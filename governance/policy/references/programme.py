"""The programme's own charter: promises that no law demands word for word."""

from governance.policy.references.source import Source

PROGRAMME = Source(
    "Programme",
    "The programme's promises to citizens",
    "docs/adr",
    {
        "promise": "a record leaves only if the citizen allows it and every rule agrees",
        "expiry": "an answer counts to the end of its last day",
        "sheets": "a new major version of a sheet asks again",
        "opt-out": "whoever is opted out now is left out now",
        "study-answers": "an answer to one study stands over general answers, both ways",
        "reach": "data go no farther than the citizen said; silence is a no",
        "unknown-refuses": "what cannot be established refuses",
        "own-refusal": "a minor's own no stands over her representatives",
        "explicit-cells": "a permit lists what it may use, cell by cell",
        "data-use-terms": "the terms under which data were collected bind their use",
        "datasets-in-use": "nothing leaves from a retired dataset",
        "conditions": "a conditional decision allows nothing before its conditions are met",
        "committee-term": "the committee decides within two months",
        "two-officers": "two officers sign, neither of them concerned",
        "emergency-stop": "whoever answers for releases can stop them all",
        "small-counts": "a count of fewer than ten people is shown to nobody who need not know",
        "minimum-cohort": "nothing is released about a handful of people",
        "clock": "what falls due is recorded by the clock, and no rule waits for it",
        "register": "a desk keeps the register of people",
        "frozen-instant": "a release has one instant, and a last pass before hand-over",
        "removal-notices": "whoever changes her mind later is removed by a notice",
        "founding": "an operator appoints the first steward",
        "blind-ballots": "votes are seen by nobody before the ballot is closed",
    },
)
