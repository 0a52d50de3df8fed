"""Who is asking: the first argument of everything. Roles are facts, read from the programme."""

from __future__ import annotations

from dataclasses import dataclass

from governance.vocabulary.people import Channel, Role, SubjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """Somebody, or a machine of ours, about to act.

    A person's roles are not carried here: they are read from the ledger at the instant of the act,
    so that a role that ended cannot be used. Machine principals carry theirs in ``machine_role``.
    ``stepped_up`` says that identity was confirmed anew for this act (ENS op.acc.6).
    """

    subject: SubjectId
    channel: Channel
    stepped_up: bool = False
    machine_role: Role | None = None
    system_user: str | None = None
    """The account of the operating system behind an operator's command line."""
    scopes: frozenset[str] | None = None
    """What the access token allows, at most; None: it came by no token. A person's are
    ``TokenScope``, a partner's ``PartnerScope``. They narrow what the access table grants.
    """


CLOCK = Principal(
    subject=SubjectId("clock"),
    channel=Channel.SYSTEM,
    machine_role=Role.CLOCK,
    stepped_up=True,
)
"""Appends what falls due. It has access rows of its own."""

ENGINE = Principal(
    subject=SubjectId("release-engine"),
    channel=Channel.SYSTEM,
    machine_role=Role.ENGINE,
    stepped_up=True,
)
"""Freezes, delivers and withholds releases that two officers have signed."""

PUBLIC = Principal(subject=SubjectId("public"), channel=Channel.ONLINE, machine_role=Role.PUBLIC)
"""Anybody, not signed in."""
