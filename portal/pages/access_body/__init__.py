"""The access body: requests to be checked, assessed and decided, and the permits it has issued."""

from portal.page import Page
from portal.pages.access_body.permits import PAGES as PERMITS
from portal.pages.access_body.permits import PERMIT_DESK
from portal.pages.access_body.requests import PAGES as REQUESTS
from portal.pages.access_body.requests import REQUEST_DESK

PAGES: tuple[Page, ...] = (*PERMITS, *REQUESTS, *REQUEST_DESK.pages(), *PERMIT_DESK.pages())
