"""A typed client of the API, for partners: generated from the schema and ``operations/``.

It imports nothing of ours: copy the folder. It needs httpx2, pydantic and joserfc. You may add an
operation to a file of ``operations/``; ``make client`` then writes ``generated/`` anew.
"""

from graph.client.generated import BaimenaClient
from graph.client.generated.http import ApiError, TooMuch
from graph.client.tokens import MachineToken, NoToken

__all__ = ["ApiError", "BaimenaClient", "MachineToken", "NoToken", "TooMuch"]
