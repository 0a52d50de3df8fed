"""May this citizen's record leave? What she said, who spoke for her, and whose data it also is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from tests.properties.oracle.people import Act, Citizen, day_in_navarre
from tests.properties.oracle.study import Release

NEARER = ("navarre-and-spain", "eu-eea", "worldwide")
HARDER = ("allow", "refuse", "withdraw")
FIRST_COUNTS = ("refused", "withdrawn", "allowed", "no")
Said = tuple[str, list[Act]]


def citizen_may_leave(
    citizen: Citizen, release: Release, at: datetime, everybody: Mapping[str, Citizen]
) -> bool:
    """Whether she allows it, so that her record may be in this release now."""
    age = citizen.age(day_in_navarre(at))
    if citizen.entry != "registered" or age is None:
        return False
    answer, behind = said(citizen, release, at)
    if answer != "allowed" or not _of_age_or_represented(citizen, age, behind, at):
        return False
    ehds = release.permit.law == "ehds"
    if _is_on(citizen, "opt-out", release.permit.issued if ehds else at):
        return False
    if _reach(citizen, at) < NEARER.index(release.permit.place):
        return False
    if release.genomic and (not ehds or release.strict_on_genomics):
        informing = _about_genomic_data(citizen, release, at, behind)
        if any(act.major not in release.explains_genetics for act in informing):
            return False
    return not release.family_linked or all(
        other in everybody
        and everybody[other].entry == "registered"
        and said(everybody[other], release, at)[0] == "allowed"
        for other in citizen.relatives
    )


def _of_age_or_represented(citizen: Citizen, age: int, behind: list[Act], at: datetime) -> bool:
    if age < 18:
        alone = any(act.capacity == "self" for act in behind)
        part = age < 14 or all(act.took_part for act in behind)
        return part and not alone and not _is_on(citizen, "minor-refusal", at)
    today = day_in_navarre(at)
    since, supporters = citizen.protected_since, citizen.may_decide(today)
    protected = since is not None and since <= citizen.reckoned(today)
    return not protected or any(capacity == "judicial-support" for _, capacity in supporters)


def said(citizen: Citizen, release: Release, at: datetime) -> Said:
    """Her answer to this study where there is one, else to every cell, and the acts behind it."""
    answered = [a for a in citizen.acts if a.kind == "study" and a.effective <= at]
    if any(act.study == release.permit.study for act in answered):
        return _stands(citizen, release, at, _answers(release.permit.study))
    behind: list[Act] = []
    for cell in release.cells:
        answer, acts = _stands(citizen, release, at, _about(cell))
        if answer != "allowed":
            return answer, []
        behind += acts
    return ("allowed", behind) if release.cells else ("no", [])


def _about(cell: str) -> Callable[[Act], bool]:
    return lambda act: act.kind == "choice" and cell in act.cells


def _answers(study: str) -> Callable[[Act], bool]:
    return lambda act: act.kind == "study" and act.study == study


def _about_genomic_data(
    citizen: Citizen, release: Release, at: datetime, behind: list[Act]
) -> list[Act]:
    if any(act.kind == "study" for act in behind):
        return behind
    genomic = [cell for cell in release.cells if cell.split(":")[1] == "genomic"]
    return [a for cell in genomic for a in _stands(citizen, release, at, _about(cell))[1]]


def _stands(citizen: Citizen, release: Release, at: datetime, about: Callable[[Act], bool]) -> Said:
    """Each giver's last word; then a no in force before a yes in force."""
    last: dict[tuple[str, str], tuple[datetime, int, int]] = {}
    for number, act in enumerate(citizen.acts):
        if act.effective <= at and (act.kind == "withdraw-everything" or about(act)):
            says = "withdraw" if act.kind == "withdraw-everything" else act.says
            weight = (act.effective, HARDER.index(says), number)
            giver = (act.giver, act.capacity)
            last[giver] = max(weight, last.get(giver, weight))
    words = [citizen.acts[number] for _, _, number in last.values()]
    meanings = [(_meaning(citizen, act, release, at), act) for act in words]
    for first in FIRST_COUNTS:
        if found := [act for meaning, act in meanings if meaning == first]:
            return first, found
    return "no", []


def _meaning(citizen: Citizen, act: Act, release: Release, at: datetime) -> str:
    if not _counts(citizen, act, at):
        return "no"
    if act.kind == "withdraw-everything" or act.says == "withdraw":
        return "withdrawn"
    if act.says == "refuse":
        return "refused"
    expired = act.until is not None and day_in_navarre(at) > act.until
    stale = act.major != release.sheet_major
    return "no" if expired or stale or _too_late(citizen, act) else "allowed"


def _counts(citizen: Citizen, act: Act, at: datetime) -> bool:
    if act.capacity == "self":
        return act.giver == citizen.name
    return (act.giver, act.capacity) in citizen.may_decide(day_in_navarre(at))


def _too_late(citizen: Citizen, act: Act) -> bool:
    """Nothing new can be allowed for the dead."""
    return citizen.died is not None and day_in_navarre(act.effective) > citizen.died


def _is_on(citizen: Citizen, switch: str, at: datetime) -> bool:
    """Whether a switch is on; at equal times it is, and after death nobody turns it off."""
    on = [a.effective for a in citizen.acts if a.kind == switch and a.effective <= at]
    off = [a.effective for a in citizen.acts if a.kind == f"lift-{switch}" and a.effective <= at
           and not _too_late(citizen, a)]  # fmt: skip
    return bool(on) and (not off or max(on) >= max(off))


def _reach(citizen: Citizen, at: datetime) -> int:
    """How far data may go, -1 for nowhere: of each giver the last word, then the nearest."""
    last: dict[tuple[str, str], tuple[datetime, int]] = {}
    for act in citizen.acts:
        if act.kind != "reach" or act.effective > at or _too_late(citizen, act):
            continue
        if _counts(citizen, act, at):
            word = (act.effective, -NEARER.index(act.reach))
            giver = (act.giver, act.capacity)
            last[giver] = max(word, last.get(giver, word))
    return min((-nearer for _, nearer in last.values()), default=-1)
