"""Releases: recipes, two signatures, what was delivered, and why somebody was in or out."""

from governance.vocabulary.acts import Act
from portal.page import Page
from portal.pages.releases import carrying, explaining, preparing, signing
from portal.pages.releases.desk import RELEASE_DESK, one, queue

PAGES: tuple[Page, ...] = (
    Page(name="releases", path="/releases", needs=Act.READ_RELEASE, show=queue),
    Page(name="new-release", path="/releases/new", needs=Act.READ_PERMIT, show=preparing.permits),
    Page(
        name="prepare-release",
        path="/releases/new/{thing}",
        needs=Act.READ_PERMIT,
        show=preparing.show,
        take=preparing.take,
        acts=frozenset({Act.PREPARE_RELEASE}),
    ),
    Page(name="release", path="/releases/{thing}", needs=Act.READ_RELEASE, show=one),
    Page(
        name="sign-release",
        path="/releases/{thing}/sign",
        needs=Act.READ_RELEASE,
        show=signing.show,
        take=signing.take,
        acts=frozenset({Act.SIGN_RELEASE}),
    ),
    Page(
        name="explain-release",
        path="/releases/{thing}/explain",
        needs=Act.EXPLAIN_RELEASE,
        show=explaining.show,
        take=explaining.take,
        acts=frozenset({Act.EXPLAIN_RELEASE}),
    ),
    Page(
        name="carry-out-release",
        path="/releases/{thing}/carry-out",
        needs=Act.READ_RELEASE,
        show=carrying.show,
        take=carrying.take,
    ),
    *RELEASE_DESK.pages(),
)
