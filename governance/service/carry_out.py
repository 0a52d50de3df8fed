"""Carry out a command: permission first, then facts, then the life, then one short transaction.

Everything is gathered and judged before the append lock is taken; under the lock only the versions
of what was read are checked again. Something changed: run again, a few times, then ``conflict``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from governance.eligibility.access import access_facts
from governance.eligibility.facts import facts_for
from governance.eligibility.reader import Reader
from governance.lives.programme import attempts
from governance.policy.access import granted_once_confirmed, verdict_on
from governance.principals import CLOCK, Principal
from governance.reactions import reactions_to
from governance.refusals import Conflict, Refusal, Refused
from governance.service.house import House
from governance.storage import identity, ledger
from governance.storage.driver import Session, keepable
from governance.storage.idempotency import Use, body_of
from governance.storage.ledger import Recorded
from governance.storage.lives import life_of
from governance.storage.projections import project
from governance.vocabulary.acts import SENSITIVE
from governance.vocabulary.entries import Command, Event
from governance.vocabulary.erasable import Identifier
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import SubjectId

ATTEMPTS = 5
MOST_REACTIONS = 100
NOT_ALLOWED = Refusal("not-allowed")
NOT_CONFIRMED = Refusal("identity-not-confirmed")
"""She may, once she has confirmed anew who she is; its rules are those that want it."""


@dataclass(frozen=True, slots=True)
class Done:
    """The command was carried out. ``recorded`` are its own entries, then those of reactions."""

    recorded: tuple[Recorded, ...]
    repeated: bool = False
    """The same idempotency key was used before: this is what happened then."""

    @property
    def position(self) -> int:
        """The newest position that the command led to."""
        return self.recorded[-1].position if self.recorded else 0


Outcome = Done | Refusal | Conflict


@dataclass(frozen=True, slots=True)
class Once:
    """An idempotency key: what is sent again with it is done once."""

    key: str
    body: bytes | None = None
    """What the caller sent, where its commands hold times and ids that are new each time; without
    it the same commands are the same thing."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a command would append, and the versions of everything that was read for it."""

    entries: tuple[tuple[str, Event], ...]
    versions: dict[str, int]
    borne: dict[Identifier, SubjectId | None]


async def carry_out(
    house: House, command: Command, *, by: Principal, once: Once | None = None
) -> Outcome:
    """Judge, decide, append, project and react, in one transaction or not at all.

    ``once`` is an idempotency key of the caller: the same key by the same subject answers with what
    the first use of it led to. Refused ``idempotency-key-reused`` where something else was sent
    with it.
    """
    use = use_of(once, by, [command])
    if isinstance(use, Refusal):
        return use
    for _ in range(ATTEMPTS):
        async with house.database.reading() as session:
            if use is not None and (earlier := await use.earlier(session)) is not None:
                return again(earlier)
            at = house.clock()
            reader = Reader(session)
            decided = await decide_with(reader, command, by=by, at=at)
        if isinstance(decided, Refusal):
            await note_refused(house, command, decided, by=by)
            return decided
        try:
            async with house.database.writing() as session:
                if use is not None and (earlier := await use.earlier(session)) is not None:
                    return again(earlier)
                recorded = await _write(session, decided, at)
                if recorded is not None:
                    if use is not None:
                        await use.keep(session, recorded)
                    return Done(tuple(recorded))
        except Refused as refused:  # a text that no database keeps: nothing was written
            return refused.refusal
    return Conflict()


async def answered_before(house: House, once: Once | None, *, by: Principal) -> Outcome | None:
    """What the first use of a key led to, for whoever does more than one command; None where there
    was none. The key's text must stand for itself (``Once.body``).
    """
    use = use_of(once, by, [])
    if use is None or isinstance(use, Refusal):
        return use
    async with house.database.reading() as session:
        earlier = await use.earlier(session)
    return None if earlier is None else again(earlier)


def use_of(once: Once | None, by: Principal, commands: Sequence[Command]) -> Use | Refusal | None:
    """The use of a key that this is; refused where no database could keep the key or the text."""
    if once is None:
        return None
    if not keepable(once.key):
        return Refusal("text-not-storable", field="key")
    try:
        body = body_of(commands) if once.body is None else once.body
    except ValueError:
        return Refusal("text-not-storable")
    return Use(by.subject, once.key, body)


def again(earlier: Sequence[Recorded] | Refusal) -> Done | Refusal:
    """The answer to a key that was used before."""
    return earlier if isinstance(earlier, Refusal) else Done(tuple(earlier), repeated=True)


async def decide_with(
    reader: Reader, command: Command, *, by: Principal, at: datetime
) -> Decided | Refusal:
    """What the command leads to as things stand in ``reader``; nothing is written."""
    life = life_of(command)
    about = (life.NAME, command.stream)
    access = await access_facts(reader, by, command.ACT, about, at=at, command=command)
    verdict = verdict_on(access)
    if not verdict.allowed:
        if wants := granted_once_confirmed(access):
            return replace(NOT_CONFIRMED, rules=wants)
        return replace(NOT_ALLOWED, rules=verdict.refused_by)
    facts = await facts_for(reader, command, by.subject, at=at)
    state = await reader.state(life, command.stream)
    outcome = life.decide(command, state, facts, by=by.subject, at=at)
    if isinstance(outcome, Refusal):
        return outcome
    stream = f"{life.NAME}/{command.stream}"
    return Decided(tuple((stream, event) for event in outcome), reader.versions, reader.borne)


async def _write(session: Session, decided: Decided, at: datetime) -> Sequence[Recorded] | None:
    """Append under the lock; None where something read has changed, or a day has passed."""
    now = await ledger.versions(session, decided.versions)
    if now != decided.versions or await identity.bearers(session, decided.borne) != decided.borne:
        return None
    head = await ledger.head(session)
    if head.at is not None and head.at > at:
        if day_of(head.at) != day_of(at):
            return None
        at = head.at
    entries = [(stream, replace(event, at=at)) for stream, event in decided.entries]
    recorded = list(await ledger.append(session, entries, now, head))
    await project(session, recorded)
    return recorded + await _react(session, recorded, at)


async def _react(session: Session, first: Sequence[Recorded], at: datetime) -> list[Recorded]:
    """Carry out what events oblige, breadth first, in the same transaction."""
    done: list[Recorded] = []
    queue = [pair for entry in first for pair in reactions_to(entry)]
    while queue:
        if len(done) > MOST_REACTIONS:
            raise RuntimeError("reactions do not end")
        principal, command = queue.pop(0)
        decided = await decide_with(Reader(session), command, by=principal, at=at)
        if isinstance(decided, Refusal):
            continue  # what the event obliged has been done already, or can no longer be
        recorded = list(await ledger.append(session, decided.entries, decided.versions))
        await project(session, recorded)
        done += recorded
        queue += [pair for entry in recorded for pair in reactions_to(entry)]
    return done


async def note_refused(house: House, command: Command, refusal: Refusal, *, by: Principal) -> None:
    """Keep a refused sensitive act in the actor's own stream, at most once a minute and rule."""
    if refusal.code not in (NOT_ALLOWED.code, NOT_CONFIRMED.code) or command.ACT not in SENSITIVE:
        return
    noted = attempts.NoteRefusedAttempt(subject=by.subject, act=command.ACT, rules=refusal.rules)
    await carry_out(house, noted, by=CLOCK)
