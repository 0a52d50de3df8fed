"""What a request may cost, judged before anything is validated or executed.

Everything here is pure and takes time linear in the text: every token and every node is looked at
a fixed number of times, fragments once each, however often they are spread.
"""

from graph.limits.cost import Cost
from graph.limits.document import Document
from graph.limits.guard import CODES, Guard
from graph.limits.most import BODY_WITH_LIST, LIMITS, LONGEST_BODY, PLAIN_BODY, Limits
from graph.limits.prices import PRICES, Price

__all__ = [
    "BODY_WITH_LIST",
    "CODES",
    "LIMITS",
    "LONGEST_BODY",
    "PLAIN_BODY",
    "PRICES",
    "Cost",
    "Document",
    "Guard",
    "Limits",
    "Price",
]
