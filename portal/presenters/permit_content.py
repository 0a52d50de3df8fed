"""The content of a permit, as its request was asked and granted."""

from __future__ import annotations

from typing import Any

from governance.lives.permits.words import (
    Environment,
    PermitContent,
    PermitKind,
    PermittedVariable,
)
from governance.refusals import Refusal, Refused
from governance.views.request_shown import RequestShown
from governance.vocabulary.purposes import EhdsCategory, Reach


def content_of(
    shown: RequestShown,
    *,
    categories: frozenset[EhdsCategory],
    protocol: int,
    place: str,
    fee_cents: int,
) -> PermitContent:
    """Everything that the request asks for, and nothing beyond it (EHDS 68(10)).

    Raises Refused where this reader is not shown the whole request.
    """
    if (
        shown.applicant is None
        or shown.principal_investigator is None
        or not (shown.kind and shown.study and shown.recipient and shown.recipient_place)
        or not (shown.period and shown.environment)
    ):
        raise Refused(Refusal("not-allowed"))
    reach = Reach(place)
    return PermitContent(
        request_id=shown.id,
        protocol_version=protocol,
        kind=PermitKind(shown.kind.value),
        study=shown.study,
        applicant=shown.applicant.id,
        principal_investigator=shown.principal_investigator.id,
        named_persons=frozenset(one.id for one in shown.named_persons or ()),
        datasets=frozenset(one.id for one in shown.datasets or ()),
        variables=frozenset(PermittedVariable(d, name) for d, name in shown.variables or ()),
        ehds_categories=categories,
        environment=Environment(
            id=shown.environment, place=reach, adequate=reach is not Reach.WORLD
        ),
        starts=shown.period.starts,
        ends=shown.period.ends,
        tools=shown.tools or (),
        fee_estimate_cents=fee_cents,
        **_as_asked(shown),
    )


def _as_asked(shown: RequestShown) -> dict[str, Any]:
    return {
        "recipient": shown.recipient,
        "recipient_place": shown.recipient_place,
        "purposes": shown.purposes or frozenset(),
        "cells": shown.cells or frozenset(),
        "applicant_is_public": bool(shown.applicant_is_public),
        "pseudonymised": bool(shown.pseudonymised),
        "pseudonymisation_justified": bool(shown.pseudonymised),
        "opt_out_override": bool(shown.opt_out_override),
    }
