"""What stands around every page: languages, menu, account, foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from governance.vocabulary.acts import Act
from governance.vocabulary.people import Language
from portal.languages import IN_THEIR_OWN_WORDS, N_, Tongue

FOOT = (
    ("how-it-works", N_("How it works")),
    ("register", N_("Public register")),
    ("privacy", N_("Privacy")),
    ("accessibility", N_("Accessibility")),
    ("officer", N_("Contact the data protection officer")),
)
"""Pages that every page leads to at its foot (RD 1112/2018, 15; GDPR 13(1)(b))."""
MENU = (
    ("home", N_("My data"), Act.READ_CITIZEN_RECORD),
    ("requests", N_("My requests"), Act.DRAFT_REQUEST),
    ("committee", N_("Committee"), Act.READ_BALLOTS),
    ("access-body", N_("Access body"), Act.CONFIRM_COMPLETE),
    ("releases", N_("Releases"), Act.CANCEL_RELEASE),
    ("audit", N_("Audit"), Act.READ_LEDGER),
    ("look-up", N_("Citizens"), Act.LOOK_UP_CITIZEN),
    ("programme", N_("Programme"), Act.STOP_ALL_RELEASES),
    ("datasets", N_("Datasets"), Act.READ_DATASETS),
)
"""The menu: the name of a page, its words, and the act without which it is of no use to her."""
DESKS = ("requests", "audit", "committee", "access-body", "releases", "programme")
"""Pages of the menu at which somebody works; one who has several most likely wants the first."""
WARNED_BEFORE = timedelta(minutes=3)
"""How long before a session ends the dialog asks; WCAG 2.2, 2.2.1 wants 20 seconds at least."""

Address = Callable[[str], str | None]
"""The address of a page by its name; None where there is no such page."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a menu or of the foot."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in one language, called as the language calls itself."""

    code: str
    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Account:
    """Whoever is signed in, and how long without use the session lasts."""

    name: str
    sessions: str | None
    sign_out: str | None
    idle: timedelta

    @property
    def minutes(self) -> int:
        """The length in whole minutes, as the page says it."""
        return int(self.idle.total_seconds() // 60)

    @property
    def idle_seconds(self) -> int:
        """The length as the dialog counts it."""
        return int(self.idle.total_seconds())

    @property
    def warning_seconds(self) -> int:
        """How long before the end the dialog asks; at most half of the session."""
        return int(min(WARNED_BEFORE, self.idle / 2).total_seconds())


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything that ``layout.html`` draws around a page."""

    home: str
    languages: Sequence[LanguageLink]
    navigation: Sequence[Link] = ()
    account: Account | None = None
    sign_in: str | None = None
    foot: Sequence[Link] = ()


def languages_of(language: Language, path: str, query: str = "") -> tuple[LanguageLink, ...]:
    """The page at this path, with its filters, in each language; pages without one lead home."""
    said, _, rest = path.lstrip("/").partition("/")
    rest = rest if said in set(Language) else ""
    after = f"?{query}" if query else ""
    return tuple(
        LanguageLink(one.value, words, f"/{one.value}/{rest}{after}", one == language)
        for one, words in IN_THEIR_OWN_WORDS.items()
    )


def links(
    table: Iterable[tuple[str, str]], address: Address, tongue: Tongue, *, current: str = ""
) -> tuple[Link, ...]:
    """The pages of a table of (name, words) that there are, worded; ``current`` is its name."""
    found = ((name, words, address(name)) for name, words in table)
    return tuple(
        Link(tongue.gettext(words), href, name == current) for name, words, href in found if href
    )


def menu(
    acts: frozenset[Act], address: Address, tongue: Tongue, *, current: str = ""
) -> tuple[Link, ...]:
    """The pages of the menu that are of use to somebody who may do these acts somewhere."""
    useful = [(name, words) for name, words, act in MENU if act in acts]
    return links(useful, address, tongue, current=current)


def first_page(acts: frozenset[Act]) -> str:
    """The name of the page that somebody who may do these acts comes for: her desk, or her data."""
    hers = {name for name, _, act in MENU if act in acts}
    return next((name for name in DESKS if name in hers), "home")
