"""Datasets, requests and reviews that walked real commands: ``a_request().complete()``."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any, Self

from governance.lives.access_requests import commands as request
from governance.lives.access_requests.words import (
    Application,
    Attachment,
    Criterion,
    Item,
    RequestKind,
)
from governance.lives.datasets import commands as dataset
from governance.lives.datasets.words import Description, Media, Variable, VariableRole
from governance.vocabulary.erasable import text
from governance.vocabulary.purposes import (
    DataCategory,
    EhdsCategory,
    Purpose,
    Reach,
    RecipientKind,
)
from tests.builders import CLINICAL, Walk, an_id, person

DATASET, REQUEST = an_id(202), an_id(201)
HOLDER, APPLICANT, INVESTIGATOR, OFFICER = person(40), person(20), person(21), person(41)
WHY = text("because the file says so")
NOTHING = text(" ")
COMPLETE_BY, DECIDE_BY, LATER = date(2026, 11, 2), date(2027, 1, 5), date(2027, 4, 5)

PERSON = Variable("person", DataCategory.CLINICAL, VariableRole.IDENTIFIER)
AGE = Variable("age", DataCategory.CLINICAL, VariableRole.QUASI_IDENTIFIER)
DIAGNOSIS = Variable("diagnosis", DataCategory.EPIDEMIOLOGICAL, VariableRole.SENSITIVE)
DESCRIPTION = Description(
    title="Primary care 2025",
    media=Media.TABLE,
    issuer="snso",
    ehds_categories=frozenset({EhdsCategory.A}),
    legal_basis_6="e",
    legal_basis_9="j",
    variables=(PERSON, AGE, DIAGNOSIS),
)
REGISTER = dataset.RegisterDataset(dataset_id=DATASET, description=DESCRIPTION)
IMPORT = dataset.AddDatasetVersion(
    dataset_id=DATASET,
    sha256="ab" * 32,
    rows=1200,
    columns=("person", "age", "diagnosis"),
    id_column="person",
)
RETIRE = dataset.RetireDataset(dataset_id=DATASET, reason=WHY)


class DatasetWalk(Walk):
    """A dataset, further along."""

    def imported(self) -> Self:
        """With a file as its first version."""
        return self.having(IMPORT, by=HOLDER)

    def retired(self) -> Self:
        """No longer in use."""
        return self.having(RETIRE, by=HOLDER)


def a_dataset(description: Description = DESCRIPTION) -> DatasetWalk:
    """A dataset in the catalogue, without a file."""
    register = dataset.RegisterDataset(dataset_id=DATASET, description=description)
    return DatasetWalk().having(register, by=HOLDER)


APPLICATION = Application(
    kind=RequestKind.DATASET,
    study="study",
    principal_investigator=INVESTIGATOR,
    named_persons=frozenset({INVESTIGATOR}),
    purposes=frozenset({Purpose.SCIENTIFIC_RESEARCH}),
    cells=frozenset({CLINICAL}),
    datasets=frozenset({DATASET}),
    columns=frozenset({(DATASET, "age"), (DATASET, "diagnosis")}),
    recipient=RecipientKind.PUBLIC_RESEARCH,
    recipient_place=Reach.SPAIN,
    applicant_is_public=True,
    pseudonymised=True,
    environment_id="spe-1",
    tools=("python",),
    starts=date(2027, 1, 1),
    ends=date(2029, 12, 31),
)
OF_STATISTICS = replace(APPLICATION, kind=RequestKind.STATISTICS, pseudonymised=False)
_TEXTS: dict[str, Any] = {
    "benefit": text("fewer falls"),
    "pseudonymisation": text("visits are linked over years"),
    "brought_in": text("none"),
    "safeguards": text("within the environment"),
    "ethics_information": text("no contact with anybody"),
    "override_justification": NOTHING,
}
DRAFT = request.DraftRequest(request_id=REQUEST, application=APPLICATION, **_TEXTS)
EDIT = request.EditRequest(request_id=REQUEST, application=APPLICATION, **_TEXTS)
SUBMIT = request.SubmitRequest(request_id=REQUEST)
RETURN = request.ReturnRequest(request_id=REQUEST, items=frozenset({Item.G_SAFEGUARDS}), reason=WHY)
CONFIRM = request.ConfirmComplete(request_id=REQUEST)
EXTEND = request.ExtendDeadline(request_id=REQUEST, reason=WHY)
ASSESS = request.RecordAssessment(request_id=REQUEST, met=frozenset(Criterion), notes=WHY)
SEND = request.SendToEthics(request_id=REQUEST)
GRANT = request.DecideRequest(request_id=REQUEST, granted=True, reason=WHY)
REFUSE = replace(GRANT, granted=False)
OFFER = request.OfferStatistics(request_id=REQUEST)
ACCEPT = request.AnswerOffer(request_id=REQUEST, accepted=True)
WITHDRAW = request.WithdrawRequest(request_id=REQUEST)
CLOSE = request.CloseRequest(request_id=REQUEST)
PDF = b"%PDF-1.7 the protocol"


def an_attachment(
    number: int, content: bytes = PDF, *, item: Item = Item.J_ETHICS
) -> request.AttachDocument:
    """The command that attaches a file, told as it is."""
    attachment = Attachment(
        id=an_id(300 + number),
        item=item,
        media_type="application/pdf",
        size=len(content),
        sha256=sha256(content).hexdigest(),
    )
    return request.AttachDocument(
        request_id=REQUEST,
        attachment=attachment,
        name=text(f"protocol {number}.pdf"),
        file=text(b64encode(content).decode()),
    )


ATTACH = an_attachment(0)
DETACH = request.RemoveAttachment(request_id=REQUEST, attachment_id=ATTACH.attachment.id)
EVIDENCE_DUE, NO_EVIDENCE_DUE = request.AttachFacts(True), request.AttachFacts(False)
DUE_TO_COMPLETE, DUE = request.DueFacts(due=COMPLETE_BY), request.DueFacts(due=DECIDE_BY)
FAVOURABLE = request.EthicsFacts(favourable=True)


class RequestWalk(Walk):
    """A request, further along."""

    def submitted(self) -> Self:
        """Handed in, with nothing missing."""
        return self.having(SUBMIT, by=APPLICANT)

    def returned(self) -> Self:
        """Handed in and given back for completion."""
        return self.submitted().having(RETURN, facts=DUE_TO_COMPLETE, by=OFFICER)

    def complete(self) -> Self:
        """Found complete: the months run."""
        return self.submitted().having(CONFIRM, facts=DUE, by=OFFICER)

    def assessed(self) -> Self:
        """Every criterion was found met."""
        return self.complete().having(ASSESS, by=OFFICER)

    def at_ethics(self) -> Self:
        """With the committee."""
        return self.assessed().having(SEND, by=OFFICER)

    def granted(self) -> Self:
        """Decided in favour."""
        return self.at_ethics().having(GRANT, facts=FAVOURABLE, by=OFFICER)

    def refused(self) -> Self:
        """Decided against."""
        return self.at_ethics().having(REFUSE, facts=FAVOURABLE, by=OFFICER)

    def withdrawn(self) -> Self:
        """Given up by its applicant."""
        return self.having(WITHDRAW, by=APPLICANT)


def a_request(application: Application = APPLICATION) -> RequestWalk:
    """A draft of a request, with everything written."""
    return RequestWalk().having(replace(DRAFT, application=application), by=APPLICANT)
