"""Scenes in which everything is allowed, and one change for each rule that must then refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.builders import CITIZEN, FATHER, MOTHER, an_id
from tests.properties.oracle.people import Act, Citizen, Mandate
from tests.properties.oracle.study import Dataset, Ethics, Permit, Release

NOW = datetime(2031, 6, 2, 9, tzinfo=UTC)
BEFORE, LONG_AGO = NOW - timedelta(days=30), NOW - timedelta(days=60)
CELL, CLINICAL = (f"scientific-research:{kind}:public-research" for kind in ("genomic", "clinical"))
INNOVATION = "scientific-research:genomic:commercial"
RELATIVE = an_id(9)
RESEARCHER, APPLICANT, PREPARER, ASSESSOR, FIRST, SECOND = map(an_id, range(40, 46))


def act(kind: str = "choice", says: str = "allow", **more: Any) -> Act:
    """She says yes to the cell, unless told otherwise."""
    common = {"giver": CITIZEN, "capacity": "self", "effective": BEFORE, "says": says}
    cells = frozenset({CELL}) if kind == "choice" else frozenset()
    return Act(kind=kind, **{"cells": cells, **common, **more})


YES, FAR = act(), act("reach", reach="worldwide")
ADULT = Citizen(name=CITIZEN, born=date(1980, 4, 10), acts=(YES, FAR))
BY_MOTHER: dict[str, Any] = {"giver": MOTHER, "capacity": "parent"}
MINOR = Citizen(
    name=CITIZEN,
    born=date(2015, 3, 1),
    mandates=(Mandate(by=MOTHER, capacity="parent", since=date(2021, 1, 1)),),
    acts=(act(**BY_MOTHER), act("reach", reach="worldwide", **BY_MOTHER)),
)
PERMIT = Permit(
    issued=LONG_AGO,
    starts=date(2031, 1, 1),
    ends=date(2032, 12, 31),
    purposes=frozenset({"scientific-research"}),
    cells=frozenset({CELL}),
    datasets=frozenset({"cohort"}),
    variables=frozenset({("cohort", "genotype")}),
    study="study",
    named=frozenset({RESEARCHER}),
    undertaken=frozenset({RESEARCHER}),
    applicant=APPLICANT,
)
COHORT = Dataset(name="cohort", variables=frozenset({"genotype"}))
RELEASE = Release(
    permit=PERMIT,
    ethics=Ethics(),
    cells=frozenset({CELL}),
    datasets=(COHORT,),
    requester=RESEARCHER,
    preparer=PREPARER,
    assessor=ASSESSOR,
    signers=(FIRST, SECOND),
)


@dataclass(frozen=True)
class Scene:
    """One citizen, one release, and her relatives, at one instant."""

    citizen: Citizen = ADULT
    release: Release = RELEASE
    at: datetime = NOW
    relatives: Mapping[str, Citizen] | None = None

    @property
    def everybody(self) -> dict[str, Citizen]:
        """Everybody in it, by name."""
        return {self.citizen.name: self.citizen, **(self.relatives or {})}


def saying(*acts: Act, whose: Citizen = ADULT, **release: Any) -> Scene:
    """She says this too, after everything that allows."""
    return Scene(replace(whose, acts=(*whose.acts, *acts)), replace(RELEASE, **release))


def who_is(whose: Citizen = ADULT, **person: Any) -> Scene:
    """The citizen is somebody else."""
    return Scene(replace(whose, **person))


def permit(**changes: Any) -> Scene:
    """The permit says something else."""
    return Scene(release=replace(RELEASE, permit=replace(PERMIT, **changes)))


def dataset(**changes: Any) -> Scene:
    """The dataset is another."""
    return Scene(release=replace(RELEASE, datasets=(replace(COHORT, **changes),)))


def ethics(**changes: Any) -> Scene:
    """The committee's paper says something else."""
    return Scene(release=replace(RELEASE, ethics=replace(RELEASE.ethics, **changes)))


def release(**changes: Any) -> Scene:
    """The release was made ready in another way."""
    return Scene(release=replace(RELEASE, **changes))


def for_cell(cell: str, *, data: Dataset = COHORT, **changes: Any) -> Scene:
    """Everything is about another cell, which she allows through an answer to the study."""
    purpose = frozenset({cell.split(":")[0]})
    paper = replace(PERMIT, purposes=purpose, cells=frozenset({cell}), **changes)
    asked = replace(RELEASE, permit=paper, cells=frozenset({cell}), datasets=(data,))
    return Scene(replace(ADULT, acts=(act("study", study="study"), FAR)), asked)


def ehds(*acts: Act) -> Scene:
    """The permit is one under EHDS."""
    law = replace(PERMIT, law="ehds")
    return replace(saying(*acts), release=replace(RELEASE, permit=law))


Scenes = Mapping[str, Callable[[], Scene]]
OF_CITIZENS: Scenes = {
    "R-01": lambda: who_is(acts=(FAR,)),
    "R-02": lambda: saying(act(says="refuse", effective=NOW)),
    "R-03": lambda: saying(act("withdraw-everything", "", effective=NOW)),
    "R-04": lambda: who_is(acts=(act(until=date(2031, 6, 1)), FAR)),
    "R-05": lambda: saying(sheet_major=2),
    "R-06": lambda: who_is(acts=(act(giver=FATHER, capacity="parent"), FAR)),
    "R-07": lambda: saying(act("opt-out", "", effective=NOW)),
    "R-08": lambda: ehds(act("opt-out", "", effective=LONG_AGO), act("lift-opt-out", "")),
    "R-09": lambda: saying(act("study", "refuse", study="study")),
    "R-10": lambda: saying(act("study", "withdraw", study="study")),
    "R-11": lambda: saying(act("study", study="study", until=date(2031, 6, 1))),
    "R-12": lambda: who_is(acts=(YES,)),
    "R-13": lambda: who_is(entry="merged"),
    "R-14": lambda: who_is(MINOR, born=None),
    "R-15": lambda: who_is(born=date(2014, 1, 1)),
    "R-16": lambda: who_is(MINOR, acts=(act(took_part=False, **BY_MOTHER), MINOR.acts[1])),
    "R-17": lambda: saying(act("minor-refusal", ""), whose=MINOR),
    "R-18": lambda: who_is(protected_since=date(2025, 1, 1)),
    "R-19": lambda: replace(
        who_is(relatives=frozenset({RELATIVE})),
        release=replace(RELEASE, datasets=(replace(COHORT, family_linked=True),)),
        relatives={RELATIVE: Citizen(name=RELATIVE, born=date(1985, 1, 1))},
    ),
    "R-20": lambda: release(explains_genetics=frozenset()),
}
OF_RELEASES: Scenes = {
    "R-21": lambda: permit(starts=date(2031, 6, 3)),
    "R-22": lambda: permit(status="suspended"),
    "R-23": lambda: permit(status="revoked"),
    "R-24": lambda: permit(status="expired"),
    "R-25": lambda: permit(tools=()),
    "R-26": lambda: permit(law="ehds", issued=datetime(2031, 3, 25, tzinfo=UTC)),
    "R-27": lambda: permit(purposes=frozenset({"education"})),
    "R-28": lambda: permit(cells=frozenset({CLINICAL})),
    "R-29": lambda: permit(datasets=frozenset({"another"})),
    "R-30": lambda: permit(variables=frozenset({("cohort", "another")})),
    "R-31": lambda: permit(statistics_only=True),
    "R-32": lambda: permit(pseudonyms_justified=False),
    "R-33": lambda: permit(opt_out_overridden=True),
    "R-34": lambda: for_cell("public-health:genomic:public-research", public_body=False),
    "R-35": lambda: for_cell("care:genomic:public-research"),
    "R-36": lambda: permit(flagged=True),
    "R-37": lambda: for_cell(INNOVATION, commercial=True),
    "R-38": lambda: dataset(identifiers=frozenset({"genotype"})),
    "R-39": lambda: release(destination="elsewhere"),
    "R-40": lambda: permit(adequate=False),
    "R-41": lambda: dataset(grounds=("e", "")),
    "R-42": lambda: dataset(protected=True),
    "R-43": lambda: for_cell(
        INNOVATION.replace("genomic", "clinical"),
        data=replace(COHORT, genomic=False, no_commerce=True),
        commercial=True,
    ),
    "R-44": lambda: dataset(retired=True),
    "R-45": lambda: ethics(suspended=True),
    "R-46": lambda: ethics(protocol_now=2),
    "R-47": lambda: ethics(open_conditions=1),
    "R-48": lambda: ethics(minuted=False),
    "R-49": lambda: release(requester=FIRST),
    "R-50": lambda: permit(undertaken=frozenset()),
    "R-51": lambda: release(signers=(FIRST, FIRST)),
    "R-52": lambda: release(signers=(FIRST, APPLICANT)),
    "R-53": lambda: release(preparer=FIRST),
    "R-54": lambda: release(preparer=ASSESSOR),
    "R-55": lambda: release(preparer=RESEARCHER),
    "R-56": lambda: release(stopped=True),
    "R-57": lambda: release(people=9),
    "R-58": lambda: permit(law=None),
}
