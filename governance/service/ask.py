"""Ask a question: permission first, then the view, whose last step is redaction, then the log.

What does not exist and what is not hers to see are one answer, so that nobody learns by asking.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from typing import Any, TypeVar

from governance.eligibility.reader import Reader
from governance.policy.verdict import Verdict
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.house import House
from governance.storage import access_log, ledger
from governance.storage.access_log import Opened
from governance.storage.driver import Session
from governance.storage.people import resolve
from governance.views.question import About, Looking, Question
from governance.vocabulary.acts import Act
from governance.vocabulary.instants import Instant
from governance.vocabulary.people import SubjectId

T = TypeVar("T")

NOT_FOUND = Refusal("not-found")
OPEN = frozenset({Act.READ_REGISTER, Act.READ_DATASETS})
"""What everybody reads; nobody is logged for reading it. Source: EHDS 57(1)(j), 58(1)."""


async def ask(
    house: House, question: Question[T], *, by: Principal, as_of: Instant | None = None
) -> T | Refusal:
    """What this reader sees, as things stand or as of an instant (P, T).

    Refused with ``not-found`` (nothing, or nothing of hers) or ``not-yet-known`` (a position to
    come).
    """
    sitting = Sitting(house, by=by, as_of=as_of)
    try:
        return await sitting.ask(question)
    finally:
        await sitting.end()


async def present(house: House) -> Instant:
    """The instant that it is now, for several questions whose answers have to agree."""
    async with house.database.reading() as session:
        return Instant((await ledger.head(session)).position, house.clock())


class Sitting:
    """As many questions as one reader has, in one snapshot: taken at the first, given back by
    ``end``. Each is judged and logged as if it were asked alone, and they come one after another.

    No answer may leave before ``end`` has logged what was read.
    """

    def __init__(self, house: House, *, by: Principal, as_of: Instant | None = None) -> None:
        self._house, self._by, self._as_of = house, by, as_of
        self._instant = as_of
        self._turn, self._stack = asyncio.Lock(), AsyncExitStack()
        self._looking: Looking | None = None
        self._newest, self._over = 0, False
        self._logged: list[tuple[datetime, Act, list[Opened]]] = []

    async def ask(self, question: Question[T]) -> T | Refusal:
        """What she sees; refused as ``ask`` refuses."""
        async with self._look() as looking:
            if looking.instant.position > self._newest:
                return Refusal("not-yet-known", field="as_of")
            verdict, answer = await _answered(question, looking)
            self._note(looking, question.ACT, [_opened(question, verdict)])
            return NOT_FOUND if answer is None else answer

    async def ask_each(self, questions: Sequence[Question[T]]) -> list[T | Refusal]:
        """Several of one kind, each of a thing by its key, answered together and in order; how
        many statements it takes does not grow with them.
        """
        async with self._look() as looking:
            if looking.instant.position > self._newest:
                return [Refusal("not-yet-known", field="as_of")] * len(questions)
            await looking.now.load(_named(one) for one in questions)
            verdicts = [
                await looking.verdict_on(one.ACT, (one.ABOUT, one.key)) for one in questions
            ]
            pairs = list(zip(questions, verdicts, strict=True))
            asked = [one for one, may in pairs if may.allowed]
            answers = iter(await asked[0].together(looking, asked) if asked else ())
            found = [next(answers) if verdict.allowed else None for verdict in verdicts]
            self._note(looking, questions[0].ACT, [_opened(*pair) for pair in pairs])
            return [NOT_FOUND if one is None else one for one in found]

    async def called(self, issuer: str, identifier: str) -> SubjectId | None:
        """Whom an issuer calls so, if anybody: she is not shown by that."""
        async with self._look() as looking:
            found = await resolve(looking.now.session, issuer, [identifier])
            return found.get(identifier)

    async def end(self, *, for_good: bool = False) -> None:
        """Log what was read, and give the snapshot back: what is asked then is seen anew, or not
        at all where it is ``for_good``, because nobody waits for it any more.

        The log stands beside the ledger, so that those who read never wait for those who write.
        """
        async with self._turn:
            self._over = for_good
            await self._rise()
            self._instant, logged, self._logged = self._as_of, self._logged, []
            if logged:
                async with self._house.database.beside() as session:
                    await access_log.note(session, self._by, logged)

    @asynccontextmanager
    async def _look(self) -> AsyncIterator[Looking]:
        """One question at a time, for they share a connection; one that fails may have spoilt it,
        so that the next begins anew, of the same instant.
        """
        async with self._turn:
            if self._over:
                raise RuntimeError("nobody waits for this answer any more")
            try:
                yield self._looking or await self._sit()
            except BaseException:
                await self._rise()
                raise

    async def _sit(self) -> Looking:
        session = await self._stack.enter_async_context(self._house.database.reading())
        looking, self._newest = await _looking(self._house, session, self._by, self._instant)
        self._looking, self._instant = looking, looking.instant
        return looking

    async def _rise(self) -> None:
        self._looking = None
        await self._stack.aclose()

    def _note(self, looking: Looking, act: Act, opened: list[Opened]) -> None:
        if act not in OPEN:
            self._logged.append((looking.at, act, [*opened, *looking.opened]))
        looking.opened.clear()


async def _answered(question: Question[T], looking: Looking) -> tuple[Verdict, T | None]:
    if question.EACH:
        verdict = looking.verdict_on_lists(question.ACT)
    else:
        verdict = await looking.verdict_on(question.ACT, (question.ABOUT, question.key))
    return verdict, await question.answer(looking) if verdict.allowed else None


def _opened(question: Question[Any], verdict: Verdict) -> Opened:
    return Opened(_named(question), verdict, reason=question.reason)


def _named(question: Question[T]) -> str:
    return f"{question.ABOUT}/{question.key}" if question.key else question.ABOUT


async def may_read(house: House, act: Act, about: About, *, by: Principal) -> Refusal | None:
    """For a reading that is no view, such as a replay: the refusal, if any; logged either way."""
    async with house.database.reading() as session:
        looking, _ = await _looking(house, session, by, None)
        verdict = await looking.verdict_on(act, about)
    async with house.database.beside() as session:
        opened = [Opened("/".join(about), verdict)]
        await access_log.note(session, by, [(looking.at, act, opened)])
    return None if verdict.allowed else Refusal("not-allowed", rules=verdict.refused_by)


async def _looking(
    house: House, session: Session, by: Principal, as_of: Instant | None
) -> tuple[Looking, int]:
    """Who looks at what, and the newest position. Where nothing came after the instant, what stood
    then is what stands now, and is read once.
    """
    at, now, head = house.clock(), Reader(session), await ledger.head(session)
    instant = as_of or Instant(head.position, at)
    at_head = instant.position >= head.position and (head.at is None or instant.time >= head.at)
    newest = as_of is None or at_head
    then = now if newest else Reader(session, up_to=instant.position)
    now.derived, then.derived = {}, {}  # of one snapshot: who she is, say, is worked out once
    return Looking(by, at, now, then, instant), head.position
