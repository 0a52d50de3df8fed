"""How the API behaves over HTTP: what it reads, what it answers, and what it never tells.

Sources: GraphQL over HTTP (working draft); RFC 9110; draft-ietf-httpapi-ratelimit-headers.
"""

from graph.conduct.answers import Answer, cost_told, limits_told
from graph.conduct.masking import broken, masked, refused, request_error
from graph.conduct.media import JSON, RESPONSE, negotiate, require_json
from graph.conduct.problems import WORDS, Problem
from graph.conduct.reading import Asked, read_body, read_request
from graph.conduct.text import strict_text

__all__ = [
    "JSON",
    "RESPONSE",
    "WORDS",
    "Answer",
    "Asked",
    "Problem",
    "broken",
    "cost_told",
    "limits_told",
    "masked",
    "negotiate",
    "read_body",
    "read_request",
    "refused",
    "request_error",
    "require_json",
    "strict_text",
]
