"""How somebody stands to the thing at hand, for those who read why an act is open to them."""

from __future__ import annotations

from governance.vocabulary.relations import Relation
from portal.languages import N_

RELATIONS: dict[Relation, str] = {
    Relation.SELF: N_("Is the citizen concerned"),
    Relation.PARENT: N_("Is mother or father of the minor"),
    Relation.GUARDIAN: N_("Is the guardian"),
    Relation.SUPPORT: N_("Gives judicial support"),
    Relation.HEIR: N_("Represented the person who died"),
    Relation.APPLICANT: N_("Is the applicant"),
    Relation.NAMED_PERSON: N_("Is named in the permit or the request"),
    Relation.UNDERTAKING_SIGNED: N_("Has signed the undertaking"),
    Relation.HOLDER: N_("Holds the dataset"),
    Relation.COMMITTEE_MEMBER: N_("Sits on the committee"),
    Relation.PRESENT: N_("Is present at the meeting"),
    Relation.INTERESTED: N_("Has declared an interest"),
    Relation.CHAIR: N_("Chairs the committee"),
    Relation.SECRETARY: N_("Is secretary of the committee"),
    Relation.ASSESSOR: N_("Assessed this request"),
    Relation.PREPARER: N_("Prepared this release"),
    Relation.SIGNER: N_("Signed this release"),
    Relation.IN_PARTNER_SCOPE: N_("Asks within its scopes"),
    Relation.STEPPED_UP: N_("Has confirmed her or his identity anew"),
    Relation.BEYOND_TOKEN_SCOPE: N_("Acts by a program beyond what its access token allows"),
    Relation.AUTHOR: N_("Wrote the sheet"),
    Relation.CITIZEN_IS_MINOR: N_("The citizen is under 18"),
    Relation.CITIZEN_IS_ADULT: N_("The citizen is of age"),
    Relation.CITIZEN_UNDER_14: N_("The citizen is under 14"),
    Relation.CITIZEN_OVER_16: N_("The citizen is 16 or older"),
    Relation.CITIZEN_PROTECTED: N_("The citizen has judicial support measures"),
    Relation.CITIZEN_DECEASED: N_("The citizen has died"),
    Relation.MINOR_REFUSED: N_("The minor has said no"),
    Relation.NO_STEWARD_YET: N_("There is no programme steward yet"),
    Relation.SIGNING_OWN: N_("Signs her or his own undertaking"),
    Relation.BALLOT_OPEN: N_("The ballot is open"),
    Relation.BALLOT_CLOSED: N_("The ballot is closed"),
}
