"""Permits and releases that walked real commands: ``a_permit().suspended()``."""

from __future__ import annotations

from datetime import date

from governance.lives.permits import commands as permit
from governance.lives.permits.words import (
    Environment,
    PermitContent,
    PermitKind,
    PermittedVariable,
)
from governance.lives.releases import commands as release
from governance.lives.releases.words import Recipe, Source
from governance.vocabulary.erasable import text
from governance.vocabulary.purposes import EhdsCategory, Purpose, Reach, RecipientKind
from tests.builders import GENOMIC, Walk, an_id, at_noon, person

PERMIT, REQUEST, DATASET, RELEASE = an_id(200), an_id(201), an_id(202), an_id(203)
APPLICANT, INVESTIGATOR, COLLEAGUE = person(20), person(21), person(22)
FIRST_OFFICER, SECOND_OFFICER, PREPARER = person(30), person(31), person(32)
STARTS, ENDS = date(2026, 11, 1), date(2030, 10, 31)
AFTERWARDS = at_noon(2030, 11, 1)
WHY = text("because the file says so")
BEHIND = permit.GrantFacts(
    request_granted=True,
    request_protocol=1,
    ethics_in_force=True,
    identifier_variables=frozenset({f"{DATASET}/name"}),
    wider_than_request=frozenset(),
)
"""Everything that has to stand behind a grant stands."""
NO_RULE_REFUSES = release.VerdictFacts(refused_by=())
CAN_BE_MEANT = release.RecipeFacts(permit_exists=True, sources_exist=True)
CONTENT = PermitContent(
    request_id=REQUEST,
    protocol_version=1,
    kind=PermitKind.DATASET,
    study="study",
    applicant=APPLICANT,
    principal_investigator=INVESTIGATOR,
    named_persons=frozenset({INVESTIGATOR, COLLEAGUE}),
    purposes=frozenset({Purpose.SCIENTIFIC_RESEARCH}),
    cells=frozenset({GENOMIC}),
    datasets=frozenset({DATASET}),
    variables=frozenset({PermittedVariable(DATASET, "genotype")}),
    ehds_categories=frozenset({EhdsCategory.F}),
    recipient=RecipientKind.PUBLIC_RESEARCH,
    recipient_place=Reach.SPAIN,
    applicant_is_public=True,
    pseudonymised=True,
    pseudonymisation_justified=True,
    environment=Environment(id="spe-1", place=Reach.SPAIN, adequate=True),
    starts=STARTS,
    ends=ENDS,
    tools=("python",),
    fee_estimate_cents=0,
)
ISSUE = permit.IssuePermit(permit_id=PERMIT, content=CONTENT, purpose_in_detail=WHY)
SUSPEND = permit.SuspendPermit(permit_id=PERMIT, reason=WHY)
RESUME = permit.ResumePermit(permit_id=PERMIT, reason=WHY)
REVOKE = permit.RevokePermit(permit_id=PERMIT, reason=WHY)
EXPIRE = permit.ExpirePermit(permit_id=PERMIT)
EXTEND = permit.ExtendPermit(
    permit_id=PERMIT,
    ends=date(2035, 10, 31),
    asked_on=date(2030, 9, 30),
    justification=WHY,
)


class PermitWalk(Walk):
    """A permit, further along."""

    def suspended(self) -> PermitWalk:
        """Stopped for the time being."""
        return self.having(SUSPEND)

    def revoked(self) -> PermitWalk:
        """Ended for good."""
        return self.having(REVOKE)

    def extended(self) -> PermitWalk:
        """Prolonged, in time and for five years."""
        return self.having(EXTEND)

    def expired(self) -> PermitWalk:
        """Its last day is over and noted."""
        return self.having(EXPIRE, at=AFTERWARDS)


def a_permit(content: PermitContent = CONTENT) -> PermitWalk:
    """A permit that was just issued."""
    issue = permit.IssuePermit(permit_id=PERMIT, content=content, purpose_in_detail=WHY)
    return PermitWalk().having(issue, facts=BEHIND)


RECIPE = Recipe(
    permit_id=PERMIT,
    requester=INVESTIGATOR,
    cells=frozenset({GENOMIC}),
    sources=(Source(dataset_id=DATASET, version=1, media="variants"),),
    environment_id="spe-1",
    k=5,
    minimum_cohort=10,
    preview_considered=100,
    preview_allowed=60,
)
PREPARE = release.PrepareRelease(release_id=RELEASE, recipe=RECIPE)
SIGN = release.SignRelease(release_id=RELEASE, recipe_digest=RECIPE.digest())
FREEZE = release.FreezeRelease(release_id=RELEASE)
DELIVER = release.DeliverRelease(
    release_id=RELEASE,
    package_hash="00" * 32,
    people=60,
    removed_in_last_pass=1,
    last_pass_position=42,
    last_pass_at=at_noon(2026, 11, 2),
)


class ReleaseWalk(Walk):
    """A release, further along."""

    def signed(self) -> ReleaseWalk:
        """Both officers signed."""
        return self.having(SIGN, by=FIRST_OFFICER).having(SIGN, by=SECOND_OFFICER)

    def frozen(self) -> ReleaseWalk:
        """Signed, and its instant is fixed."""
        return self.signed().having(FREEZE, facts=NO_RULE_REFUSES)

    def delivered(self) -> ReleaseWalk:
        """Handed over."""
        return self.frozen().having(DELIVER, facts=NO_RULE_REFUSES)


def a_release(recipe: Recipe = RECIPE) -> ReleaseWalk:
    """A release with its recipe laid down."""
    prepare = release.PrepareRelease(release_id=RELEASE, recipe=recipe)
    return ReleaseWalk().having(prepare, facts=CAN_BE_MEANT, by=PREPARER)
