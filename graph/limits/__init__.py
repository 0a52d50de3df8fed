"""What a request may cost, judged before anything is validated or executed.

Everything here is pure and takes time linear in the text: every token and every node is looked at
a fixed number of times, fragments once each, however often they are spread.
"""

from graph.limits.cost import Cost
from graph.limits.document import Document
from graph.limits.guard import CODES, Guard
from graph.limits.most import LIMITS, Limits
from graph.limits.prices import PRICES, Price

__all__ = ["CODES", "LIMITS", "PRICES", "Cost", "Document", "Guard", "Limits", "Price"]
