"""Errors on their way out: ours as they are, everything else without a word of what happened.

The log has the kind of an error and the line that raised it, under the reference that the asker
was given: never the query, its variables or the error's own words.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from typing import Any

import structlog
from graphql import GraphQLError

from governance.refusals import Refusal, Refused
from governance.service.web_state import new_token
from graph.conduct.problems import WORDS, Problem

LONGEST_MESSAGE = 300
"""A library's message about a query repeats parts of it: never all of a long one."""
REFERENCE = 12
log = structlog.get_logger("graph")


def request_error(code: str, errors: Iterable[GraphQLError]) -> list[dict[str, Any]]:
    """Why a query was not executed. It is the asker's own query: she is told where it is wrong."""
    found = []
    for error in errors:
        ours = _ours(error)
        told = {
            "message": ours["message"] if ours else _short(error.message),
            "extensions": ours["extensions"] if ours else {"code": code},
        }
        if error.locations:
            told["locations"] = [{"line": o.line, "column": o.column} for o in error.locations]
        found.append(told)
    return found


def masked(errors: Iterable[GraphQLError]) -> list[dict[str, Any]]:
    """What went wrong in fields: an answer may tell it."""
    found = []
    for error in errors:
        told = _ours(error) or _broken(error.original_error or error)
        if error.path is not None:
            told["path"] = error.path
        if error.locations:
            told["locations"] = [{"line": o.line, "column": o.column} for o in error.locations]
        found.append(told)
    return found


def broken(fault: BaseException) -> dict[str, Any]:
    """Something that we did not expect, for an answer that has nothing else."""
    return _broken(fault)


def refused(refusal: Refusal) -> dict[str, Any]:
    """A refusal of the guard."""
    if refusal.items:
        return Problem(400, refusal.code, maximum=refusal.items[0]).error()
    return Problem(400, refusal.code).error()


def _ours(error: GraphQLError) -> dict[str, Any] | None:
    """Typed errors keep their code and words, however deep a library has wrapped them."""
    fault: BaseException | None = error
    for _ in range(8):
        if isinstance(fault, Problem):
            return fault.error()
        if isinstance(fault, Refused):
            code, rules = fault.refusal.code, list(fault.refusal.rules)
            return {"message": WORDS.get(code, code), "extensions": {"code": code, "rules": rules}}
        if not isinstance(fault, GraphQLError):
            return None
        if fault.original_error is None:
            told = dict(fault.extensions or {})
            return {"message": fault.message, "extensions": told} if "code" in told else None
        fault = fault.original_error
    return None


def _broken(fault: BaseException) -> dict[str, Any]:
    reference = new_token()[:REFERENCE]
    frames = traceback.extract_tb(fault.__traceback__)
    where = {"file": frames[-1].name, "line": frames[-1].lineno} if frames else {}
    log.error("broken", reference=reference, kind=type(fault).__name__, **where)
    return Problem(500, "internal-error", reference=reference).error()


def _short(message: str) -> str:
    line = message.partition("\n")[0]
    return line if len(line) <= LONGEST_MESSAGE else line[: LONGEST_MESSAGE - 1] + "…"
