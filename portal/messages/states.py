"""Where things stand: requests, reviews, permits, releases, and the answer of a citizen."""

from __future__ import annotations

from governance.lives.access_requests.words import RequestKind, RequestStatus
from governance.lives.consents.words import Says
from governance.lives.ethics.reviews.words import ReviewStatus
from governance.lives.permits.words import PermitKind, PermitStatus
from governance.lives.releases.words import ReleaseStatus
from governance.vocabulary.answers import CellAnswer
from governance.vocabulary.register import Decision
from portal.languages import N_

REQUEST_KINDS: dict[RequestKind, str] = {
    RequestKind.DATASET: N_("Data in a secure environment"),
    RequestKind.STATISTICS: N_("Statistics only"),
}

PERMIT_KINDS: dict[PermitKind, str] = {
    PermitKind.DATASET: N_("Data in a secure environment"),
    PermitKind.STATISTICS: N_("Statistics only"),
}

REQUEST_STATUSES: dict[RequestStatus, str] = {
    RequestStatus.NONE: N_("Not begun"),
    RequestStatus.DRAFT: N_("Draft"),
    RequestStatus.SUBMITTED: N_("Submitted"),
    RequestStatus.RETURNED: N_("Returned to be completed"),
    RequestStatus.COMPLETE: N_("Complete"),
    RequestStatus.UNDER_ETHICS_REVIEW: N_("With the ethics committee"),
    RequestStatus.DECIDED: N_("Decided"),
    RequestStatus.CLOSED: N_("Closed"),
}

DECISIONS: dict[Decision, str] = {
    Decision.PENDING: N_("Not decided yet"),
    Decision.GRANTED: N_("Request granted"),
    Decision.REFUSED: N_("Request refused"),
    Decision.WITHDRAWN: N_("Withdrawn by the applicant"),
    Decision.LAPSED: N_("Lapsed: not completed in time"),
}

REVIEW_STATUSES: dict[ReviewStatus, str] = {
    ReviewStatus.NONE: N_("Not assigned"),
    ReviewStatus.ASSIGNED: N_("Assigned"),
    ReviewStatus.BALLOT_OPEN: N_("Voting open"),
    ReviewStatus.BALLOT_CLOSED: N_("Voting closed"),
    ReviewStatus.DECIDED: N_("Opinion delivered"),
}

PERMIT_STATUSES: dict[PermitStatus, str] = {
    PermitStatus.NOT_ISSUED: N_("Not issued"),
    PermitStatus.IN_FORCE: N_("In force"),
    PermitStatus.SUSPENDED: N_("Suspended"),
    PermitStatus.REVOKED: N_("Revoked"),
    PermitStatus.EXPIRED: N_("Expired"),
}

RELEASE_STATUSES: dict[ReleaseStatus, str] = {
    ReleaseStatus.NONE: N_("Not prepared"),
    ReleaseStatus.PREPARED: N_("Prepared"),
    ReleaseStatus.SIGNED: N_("Signed"),
    ReleaseStatus.FROZEN: N_("Being made"),
    ReleaseStatus.DELIVERED: N_("Delivered"),
    ReleaseStatus.WITHHELD: N_("Withheld"),
    ReleaseStatus.RECALLED: N_("Asked back"),
    ReleaseStatus.CANCELLED: N_("Cancelled"),
}

SAYINGS: dict[Says, str] = {
    Says.ALLOW: N_("Allow"),
    Says.REFUSE: N_("Do not allow"),
    Says.WITHDRAW: N_("Withdraw consent"),
}

ANSWERS: dict[CellAnswer, str] = {
    CellAnswer.NONE: N_("No answer yet"),
    CellAnswer.ALLOWED: N_("Allowed"),
    CellAnswer.REFUSED: N_("Not allowed"),
    CellAnswer.WITHDRAWN: N_("Consent withdrawn"),
    CellAnswer.EXPIRED: N_("Expired"),
    CellAnswer.SHEET_INVALID: N_("To be asked again"),
    CellAnswer.CAPACITY_INVALID: N_("Said by somebody who may not decide now"),
}

ANSWERS_EXPLAINED: dict[CellAnswer, str] = {
    CellAnswer.NONE: N_("Nothing has been said about this. Without an answer no data leave."),
    CellAnswer.ALLOWED: N_("The data may be used for this, if all the other rules are kept."),
    CellAnswer.REFUSED: N_("The data are not used for this."),
    CellAnswer.WITHDRAWN: N_("This was allowed once, and then no longer. No more data leave."),
    CellAnswer.EXPIRED: N_(
        "The answer was valid until a day that has passed. It can be given again."
    ),
    CellAnswer.SHEET_INVALID: N_(
        "The information has changed a lot since the answer was given. Please read it and "
        "answer again."
    ),
    CellAnswer.CAPACITY_INVALID: N_(
        "The person who answered may not decide about these data now, so the answer does not count."
    ),
}
