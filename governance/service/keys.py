"""Keys and the ledger together: what is made, rotated or destroyed is a recorded act."""

from __future__ import annotations

from governance.lives.programme.keys import DestroyKey, KeyKind, RecordKey
from governance.principals import Principal
from governance.refusals import Refusal
from governance.service.carry_out import Done, Outcome, carry_out
from governance.service.house import House
from governance.vocabulary.erasable import text


async def rotate_key(house: House, kind: KeyKind, *, by: Principal) -> Outcome:
    """Make a newer signing key and record it; a refused one is destroyed again."""
    made = house.keys.rotate(kind)
    command = RecordKey(key_id=made.key_id, kind=kind, public_part=made.public.hex())
    outcome = await carry_out(house, command, by=by)
    if not isinstance(outcome, Done):
        house.keys.destroy(made.key_id)
    return outcome


async def destroy_key(house: House, key_id: str, *, reason: str, by: Principal) -> Outcome:
    """Record the destruction, then forget the key. For a pseudonym key this ends replay."""
    known = {entry.key_id: entry for entry in house.keys.entries()}
    entry = known.get(key_id)
    if entry is None:
        return Refusal("key-unknown", field="key_id")
    public = entry.public.hex() if entry.public else None
    first = RecordKey(key_id=key_id, kind=entry.kind, public_part=public)
    recorded = await carry_out(house, first, by=by)
    if isinstance(recorded, Refusal) and recorded.code != "key-exists":
        return recorded
    outcome = await carry_out(house, DestroyKey(key_id=key_id, reason=text(reason)), by=by)
    if isinstance(outcome, Done) or outcome == Refusal("key-already-destroyed", field="key_id"):
        house.keys.destroy(key_id)
    return outcome
