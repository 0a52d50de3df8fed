"""The ethics committee: reviews, meetings, interests, blind votes and opinions."""

from portal.page import Page
from portal.pages.committee.meetings import MEETING_DESK
from portal.pages.committee.meetings import PAGES as MEETINGS
from portal.pages.committee.reviews import PAGES as REVIEWS
from portal.pages.committee.reviews import REVIEW_DESK

PAGES: tuple[Page, ...] = (*MEETINGS, *REVIEWS, *MEETING_DESK.pages(), *REVIEW_DESK.pages())
