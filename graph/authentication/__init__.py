"""Who asks: the access token of a request becomes a principal, or a denial that explains nothing.

Sources: RFC 6750 (bearer tokens), RFC 9068 (access tokens as JWT), RFC 8725 (JWT best practice).
"""

from graph.authentication.askers import ANYBODY, Asker, Denied, Fault
from graph.authentication.keys import ProviderKeys, ProviderUnavailable
from graph.authentication.step_up import StepUp
from graph.authentication.tokens import LONGEST_TOKEN
from graph.authentication.who import Authentication, authentication_of

__all__ = [
    "ANYBODY",
    "LONGEST_TOKEN",
    "Asker",
    "Authentication",
    "Denied",
    "Fault",
    "ProviderKeys",
    "ProviderUnavailable",
    "StepUp",
    "authentication_of",
]
