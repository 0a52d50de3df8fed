"""The researcher's wing: requests from a name to a decision, and permits."""

from portal.page import Page
from portal.pages.requests.documents import PAGES as DOCUMENTS
from portal.pages.requests.mine import MINE_DESK
from portal.pages.requests.mine import PAGES as MINE
from portal.pages.requests.permits import PAGES as PERMITS
from portal.pages.requests.permits import PERMIT_DESK
from portal.pages.requests.writing import PAGES as WRITING

PAGES: tuple[Page, ...] = (
    *WRITING,
    *DOCUMENTS,
    *MINE,
    *MINE_DESK.pages(),
    *PERMITS,
    *PERMIT_DESK.pages(),
)
