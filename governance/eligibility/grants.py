"""What a permit may hold at most: the request as it was granted and reviewed (EHDS 68(1)). Pure."""

from __future__ import annotations

from governance.lives.access_requests.words import Application
from governance.lives.permits.words import PermitContent
from governance.vocabulary.people import SubjectId


def wider_than(
    application: Application | None,
    applicant: SubjectId | None,
    content: PermitContent,
    *,
    issuing: bool,
) -> frozenset[str] | None:
    """The fields of a permit that go beyond its request; None where there is no request.

    Its end is held against the request when it is issued; later an extension may have moved it.
    """
    if application is None:
        return None
    asked = application
    variables = {(v.dataset_id, v.name) for v in content.variables}
    within = {
        "kind": content.kind.value == asked.kind.value,
        "study": content.study == asked.study,
        "applicant": content.applicant == applicant,
        "principal_investigator": content.principal_investigator == asked.principal_investigator,
        "named_persons": content.named_persons <= asked.named_persons,
        "purposes": content.purposes <= asked.purposes,
        "cells": content.cells <= asked.cells,
        "datasets": content.datasets <= asked.datasets,
        "variables": variables <= asked.columns,
        "recipient": content.recipient is asked.recipient,
        "recipient_place": content.recipient_place is asked.recipient_place,
        "applicant_is_public": content.applicant_is_public <= asked.applicant_is_public,
        "pseudonymised": content.pseudonymised <= asked.pseudonymised,
        "opt_out_override": content.opt_out_override <= asked.opt_out_override,
        "environment": content.environment.id == asked.environment_id,
        "tools": set(content.tools) <= set(asked.tools),
        "starts": content.starts >= asked.starts,
        "ends": content.ends <= asked.ends or not issuing,
    }
    return frozenset(name for name, holds in within.items() if not holds)
