"""Who may be in a package, as the checker reads the acts: one small story for each rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checker.told import AS_OF, CELL, GUARD, PARENT, YES, act, reach, says, study, why_not

STORIES: list[tuple[str, str, list[str], str | None]] = [
    ("she allows", "ane", YES, None),
    ("nobody asked her", "ane", YES[1:], "never asked"),
    ("a stranger", "zoe", YES, "never registered"),
    ("she refuses", "ane", [*YES, says("01-03", "ane", "refuse")], "refused"),
    ("she withdraws", "ane", [*YES, says("01-03", "ane", "withdraw")], "withdrawn"),
    (
        "she withdraws one cell",
        "ane",
        [*YES, says("01-03", "ane", "withdraw", cells=CELL)],
        "withdrawn",
    ),
    (
        "she withdraws another cell",
        "ane",
        [*YES, says("01-03", "ane", "withdraw", cells="education:imaging:non-profit")],
        None,
    ),
    ("at equal times", "ane", [says("01-02", "ane", "refuse"), *YES], "refused"),
    (
        "keyed in late",
        "ane",
        [*YES, says("02-01", "ane", "withdraw")]
        + [says("03-01", "ane", "allow", effective_at="2026-01-20T12:00:00Z")],
        "withdrawn",
    ),
    ("recorded after the instant", "ane", [*YES, says("05-02", "ane", "refuse")], None),
    (
        "its last day",
        "ane",
        [says("01-02", "ane", "allow", valid_until="2026-05-01"), *YES[1:]],
        None,
    ),
    (
        "after its last day",
        "ane",
        [says("01-02", "ane", "allow", valid_until="2026-04-30"), *YES[1:]],
        "expired",
    ),
    (
        "an old sheet",
        "ane",
        [says("01-02", "ane", "allow", sheet_version="1.4"), *YES[1:]],
        "old-sheet",
    ),
    (
        "everything withdrawn",
        "ane",
        [*YES, act("02-01", "ane", "withdraw-everything")],
        "withdrawn",
    ),
    ("this study only", "ane", [study("01-02", "ane", "allow"), *YES[1:]], None),
    ("not this study", "ane", [*YES, study("01-03", "ane", "refuse")], "refused"),
    (
        "the study, then everything withdrawn",
        "ane",
        [*YES, study("01-03", "ane", "allow"), act("02-01", "ane", "withdraw-everything")],
        "withdrawn",
    ),
    ("no reach", "ane", YES[:1], "the recipient is too far away"),
    (
        "reach narrowed",
        "ane",
        [*YES, act("01-03", "ane", "reach", reach="navarre-and-spain")],
        "the recipient is too far away",
    ),
    ("opted out", "ane", [*YES, act("04-20", "ane", "opt-out")], "opted out"),
    (
        "opted in again",
        "ane",
        [*YES, act("04-20", "ane", "opt-out"), act("04-21", "ane", "lift-opt-out")],
        None,
    ),
    (
        "a child by one parent",
        "kid",
        [says("01-02", "kid", "allow", by="ane", **PARENT), reach("kid", by="ane", **PARENT)],
        None,
    ),
    (
        "parents disagree",
        "kid",
        [says("01-02", "kid", "allow", by="ane", **PARENT)]
        + [says("01-01", "kid", "refuse", by="bro", **PARENT), reach("kid", by="ane", **PARENT)],
        "refused",
    ),
    (
        "a child alone",
        "kid",
        [says("01-02", "kid", "allow"), reach("kid")],
        "a minor decided alone",
    ),
    (
        "by somebody without a mandate",
        "teen",
        [says("01-02", "teen", "allow", by="bro", **PARENT)],
        "no-mandate",
    ),
    (
        "no part taken",
        "teen",
        [says("01-02", "teen", "allow", minor_took_part="no", **GUARD), reach("teen", **GUARD)],
        "the minor took no part",
    ),
    (
        "part taken",
        "teen",
        [says("01-02", "teen", "allow", minor_took_part="yes", **GUARD), reach("teen", **GUARD)],
        None,
    ),
    (
        "the teenager's own refusal",
        "teen",
        [says("01-02", "teen", "allow", minor_took_part="yes", **GUARD), reach("teen", **GUARD)]
        + [act("02-01", "teen", "minor-refusal")],
        "the minor's own refusal",
    ),
    (
        "of age today",
        "grown",
        [says("01-02", "grown", "allow", by="bro", minor_took_part="yes", **PARENT)],
        "no-mandate",
    ),
    ("of age, and says so", "grown", [says("04-02", "grown", "allow"), reach("grown")], None),
    ("allowed while alive", "dead", [says("01-02", "dead", "allow"), reach("dead")], None),
    ("allowed after death", "dead", [says("03-02", "dead", "allow"), reach("dead")], "no-mandate"),
    ("supported today", "frail", [says("01-02", "frail", "allow"), reach("frail")], None),
]


@pytest.mark.parametrize(("title", "person", "acts", "expected"), STORIES)
def test_the_checker_reads_the_acts_as_the_law_does(
    tmp_path: Path, title: str, person: str, acts: list[str], expected: str | None
) -> None:
    assert why_not(tmp_path, person, acts, AS_OF) == expected, title


def test_support_ends_with_its_last_day(tmp_path: Path) -> None:
    acts = [says("01-02", "frail", "allow"), reach("frail")]
    tomorrow = AS_OF.replace(day=2)
    assert why_not(tmp_path, "frail", acts, tomorrow) == "a protected adult without support"


def test_under_the_ehds_the_opt_out_counts_on_the_day_of_issue(tmp_path: Path) -> None:
    acts = [*YES, act("04-20", "ane", "opt-out")]
    assert why_not(tmp_path, "ane", acts, AS_OF, regime="ehds") is None
    later = "2026-04-25T09:00:00Z"
    assert why_not(tmp_path, "ane", acts, AS_OF, regime="ehds", issued_at=later) == "opted out"


def test_relatives_must_allow_where_a_dataset_is_linked_to_families(tmp_path: Path) -> None:
    linked = {"family_linked": True}
    bro = says("01-02", "bro", "allow")
    assert why_not(tmp_path, "ane", YES, AS_OF, **linked) == "a relative does not allow"
    kid = says("01-02", "kid", "allow", by="ane", **PARENT)
    assert why_not(tmp_path, "ane", [*YES, bro, kid], AS_OF, **linked) is None


def test_genomic_data_need_a_sheet_that_explains_them(tmp_path: Path) -> None:
    sheets = {"sheet": {"major": 2, "genetic": []}}
    refused = "no information on genetic data"
    assert why_not(tmp_path, "ane", YES, AS_OF, sheets=sheets) == refused
    assert (
        why_not(
            tmp_path, "ane", YES, AS_OF, sheets=sheets, cells=[CELL.replace("genomic", "clinical")]
        )
        is None
    )
