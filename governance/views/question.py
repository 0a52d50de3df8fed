"""What every question is made of: who looks, as of when, and what the tables let her see."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

from governance.eligibility.access import access_facts, beyond_token, roles_of, stands
from governance.eligibility.reader import Reader
from governance.lives import access_requests, permits, releases
from governance.lives.ethics import meetings, reviews
from governance.lives.programme import switches
from governance.policy.access import OF_A_TOKEN, verdict_on
from governance.policy.access_facts import AccessFacts
from governance.policy.verdict import Verdict, judge
from governance.policy.visibility import reasons_told, visible_fields
from governance.policy.visibility_facts import View
from governance.principals import Principal
from governance.storage.access_log import Opened
from governance.storage.lives import BY_NAME
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import Instant
from governance.vocabulary.looking_up import LookUpReason
from governance.vocabulary.people import SubjectId
from governance.vocabulary.relations import Relation

A_co = TypeVar("A_co", covariant=True)
S = TypeVar("S", bound="Shown")
SOME_ARE_OVER = (access_requests, meetings, permits, releases, reviews, switches)
"""Lives whose state says which acts are past or not yet due."""
About = tuple[str, str]
"""Name of an aggregate, and the id of one of its streams; empty where it is the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The head of every answer: which of its fields the table shows to this reader.

    A field that is not shown is None; so is one that holds nothing, and ``shown`` tells them apart.
    """

    id: str = ""
    """Of the thing itself, by which she asked, or can ask on."""
    shown: frozenset[str] = frozenset()
    may: frozenset[Act] = frozenset()
    """What the access table lets this reader do to it, and its state leaves open now."""


HEAD = frozenset(one.name for one in fields(Shown))


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody looking. Her rights are those of now; what she looks at may be past."""

    by: Principal
    at: datetime
    now: Reader
    then: Reader
    instant: Instant
    opened: list[Opened] = field(default_factory=list)
    """Things read besides the one in question: each stands in the log of reads."""
    names: dict[SubjectId, str | None] = field(default_factory=dict, compare=False, repr=False)
    """What people are called, as far as it was looked up (``people_of``)."""

    async def verdict_on(self, act: Act, about: About) -> Verdict:
        """The whole answer of the access table to one act on one thing."""
        facts = await access_facts(self.now, self.by, act, about, at=self.at)
        return verdict_on(facts)

    def verdict_on_lists(self, act: Act) -> Verdict:
        """Of a list: she is asked about each thing in it, and what she may not see is not there.

        Refused as a whole only where a program asks beyond what its token allows.
        """
        facts = AccessFacts(act, frozenset(), beyond_token(self.by, act))
        return judge(OF_A_TOKEN, facts)

    async def may(self, act: Act, about: About) -> bool:
        """Whether the access table lets her do this to one thing."""
        return (await self.verdict_on(act, about)).allowed

    async def acts_on(self, about: About, *others: Act) -> frozenset[Act]:
        """What the access table lets her do to one thing, and the thing as it stands leaves open.

        Acts that need identity confirmed anew are among them: that is asked when it comes to it.
        Whoever signs an undertaking signs her own. ``others`` are acts of other lives to judge.
        """
        confirmed = replace(self.by, stepped_up=True, scopes=None)
        acts = {command.ACT for command in BY_NAME[about[0]].COMMANDS} | set(others)
        some = next(iter(acts))
        facts = await access_facts(self.now, confirmed, some, about, at=self.at)
        left = await self._left_open(about, frozenset(acts))
        return frozenset(act for act in left if self._allows(facts, act))

    def _allows(self, facts: AccessFacts, act: Act) -> bool:
        known = facts.relations
        if known is not None:
            known |= {Relation.SIGNING_OWN} | beyond_token(self.by, act)
        return verdict_on(AccessFacts(act, facts.roles, known)).allowed

    async def _left_open(self, about: About, acts: frozenset[Act]) -> frozenset[Act]:
        life, key = BY_NAME[about[0]], about[1]
        if life not in SOME_ARE_OVER:
            return acts
        state = await self.now.state(life, key)
        left: frozenset[Act] = life.possible(state, by=self.by.subject, at=self.at)
        return acts & left

    async def sees(self, view: View, about: About) -> frozenset[str]:
        """The fields of a view that she sees of one thing."""
        roles = await roles_of(self.now, self.by, at=self.at)
        relations = await stands(self.now, self.by, about, at=self.at)
        return visible_fields(view, roles, relations)

    async def told(self, refused_by: tuple[str, ...], about: About) -> tuple[str, ...]:
        """Of the rules that refused, those that she may be told."""
        roles = await roles_of(self.now, self.by, at=self.at)
        relations = await stands(self.now, self.by, about, at=self.at)
        return reasons_told(refused_by, roles, relations)

    async def redacted(self, answer: S, view: View, about: About) -> S | None:
        """The last step of every view: what she may not see is gone; None where nothing is left."""
        visible = await self.sees(view, about)
        return only(answer, visible) if visible else None


def only(answer: S, visible: frozenset[str]) -> S:
    """The same answer with nothing in it but these fields."""
    kind: Any = type(answer)
    names = _beside_the_head(kind)
    kept = names & visible
    held: dict[str, Any] = dict.fromkeys(names)
    held |= {name: getattr(answer, name) for name in kept}
    redacted: S = kind(id=answer.id, may=answer.may, shown=kept, **held)
    return redacted


@cache
def _beside_the_head(kind: Any) -> frozenset[str]:
    return frozenset(one.name for one in fields(kind)) - HEAD


class Question(Generic[A_co]):
    """One question about one thing, or about the whole where ``key`` is empty.

    A question is a frozen dataclass; ``ACT`` is the act of the access table that it needs, and
    ``ABOUT`` the name of the aggregate that it is about.
    """

    ACT: ClassVar[Act]
    ABOUT: ClassVar[str] = ""
    EACH: ClassVar[bool] = False
    """A list: not the whole is judged, but each thing in it, by ``looking.may``."""
    __slots__ = ()

    @property
    def key(self) -> str:
        """The id of the stream in question."""
        return ""

    @property
    def reason(self) -> LookUpReason | None:
        """Why it is asked, where the law wants that said; it is logged with the look."""
        return None

    @abstractmethod
    async def answer(self, looking: Looking) -> A_co | None:
        """What this reader sees, or None where there is nothing that she may see."""

    @classmethod
    async def together(
        cls, looking: Looking, asked: Sequence[Question[A_co]]
    ) -> Sequence[A_co | None]:
        """The answers to several of a kind, in order; overridden where they share statements."""
        return [await one.answer(looking) for one in asked]
