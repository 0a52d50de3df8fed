"""Handles: each reader has names of her own for people, and can read no other's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from governance.lives.programme.keys import KeyKind
from governance.principals import CLOCK, ENGINE, PUBLIC
from governance.service.handles import OF_THE_HOUSE, Handles, handles_of
from governance.service.house import House, new_id, open_house
from governance.storage.keys import KeyDestroyed
from governance.vocabulary.people import SubjectId

HOSPITAL, BIOBANK = SubjectId("a" * 32), SubjectId("b" * 32)
SUBJECTS = some.binary(min_size=16, max_size=16).map(lambda raw: SubjectId(raw.hex()))


def a_house(folder: Path, secret: str = "a secret of the tests") -> House:
    url = f"sqlite:///{folder / 'never-opened.sqlite'}"
    return open_house(url, keys=folder / "keys", secret=secret, data=folder / "data")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Keys in a folder of its own; no database is opened."""
    return a_house(tmp_path_factory.mktemp("handles"))


@pytest.fixture(scope="module")
def hospital(house: House) -> Handles:
    return handles_of(house, HOSPITAL)


@pytest.fixture(scope="module")
def biobank(house: House) -> Handles:
    return handles_of(house, BIOBANK)


@given(subject=SUBJECTS)
def test_a_handle_is_read_back_by_its_reader_alone(
    hospital: Handles, biobank: Handles, subject: SubjectId
) -> None:
    handle = hospital.handle_of(subject)
    assert handle == hospital.handle_of(subject)
    assert subject not in handle
    assert hospital.subject_of(handle) == subject
    assert biobank.handle_of(subject) != handle
    assert biobank.subject_of(handle) is None


@given(subject=SUBJECTS, place=some.integers(0, 42), letter=some.sampled_from("Aa0-_=/+ \n"))
def test_a_changed_handle_is_nobodys(
    hospital: Handles, subject: SubjectId, place: int, letter: str
) -> None:
    handle = hospital.handle_of(subject)
    changed = handle[:place] + letter + handle[place + 1 :]
    assert hospital.subject_of(changed) == (subject if changed == handle else None)


@given(text=some.text(max_size=60))
def test_what_was_never_given_is_nobodys(hospital: Handles, text: str) -> None:
    assert hospital.subject_of(text) is None


def test_the_last_letter_has_one_spelling(hospital: Handles) -> None:
    """32 bytes leave two bits of the last letter free: only the one that was given is read."""
    handle = hospital.handle_of(HOSPITAL)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    read = [one for one in letters if hospital.subject_of(handle[:-1] + one)]
    assert read == [handle[-1]]


def test_no_subject_id_is_in_the_name_of_a_thing(hospital: Handles) -> None:
    who = SubjectId(new_id())
    for life in ("citizens", "consents", "programme-partners"):
        assert hospital.thing((life, who)) == (life, hospital.handle_of(who))
    assert hospital.thing(("permits", who)) == ("permits", who)


@pytest.mark.parametrize("subject", ["", "clocks", "A" * 32, "a" * 31, "a" * 34, " " + "a" * 32])
def test_what_is_no_person_has_no_handle(hospital: Handles, subject: str) -> None:
    with pytest.raises(ValueError, match=r"not the id|non-hexadecimal"):
        hospital.handle_of(SubjectId(subject))


def test_our_own_machines_keep_their_names_and_nobody_means_them(hospital: Handles) -> None:
    for machine in (CLOCK, ENGINE, PUBLIC):
        assert hospital.handle_of(machine.subject) == machine.subject
        assert hospital.subject_of(machine.subject) is None


def test_handles_stay_when_the_house_is_opened_again_and_end_with_their_key(
    tmp_path: Path,
) -> None:
    who = SubjectId(new_id())
    first = handles_of(a_house(tmp_path), HOSPITAL).handle_of(who)
    again = a_house(tmp_path)
    assert handles_of(again, HOSPITAL).subject_of(first) == who
    again.keys.destroy(f"{KeyKind.HANDLE.value}-{OF_THE_HOUSE}")
    with pytest.raises(KeyDestroyed):
        handles_of(again, HOSPITAL)
