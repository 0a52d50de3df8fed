"""Whom one can sign in as: the people of the region, by name, in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from governance.vocabulary.people import Language, SubjectId
from portal.demo.identity import Persona
from portal.demo.region.builder import Region
from portal.demo.region.households import NEIGHBOURS, Neighbour, names_of

CLAIM = "register_id"
"""The claim by which the provider vouches for who a citizen is in the register."""
IN_THE_REGISTER = ("maite", "javier", "leire", "nahia")


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody of the cast, or of the committee by number: her name, and what she is."""

    key: str
    name: str
    spanish: str
    basque: str
    english: str


WORKING = (
    Role("researcher", "Amaia Larralde", "Investigadora principal", "Ikertzaile nagusia", "Principal investigator"),
    Role("co-researcher", "Diego Navas", "Investigador", "Ikertzailea", "Researcher"),
    Role("member-0", "Edurne Zabalza", "Presidenta del comité de ética", "Etika-batzordeko burua", "Chair of the ethics committee"),
    Role("member-1", "Carlos Murillo", "Secretario del comité, sin voto", "Batzordeko idazkaria, botorik gabe", "Secretary of the committee, without a vote"),
    Role("member-2", "Ainhoa Beltrán", "Miembro del comité, ponente", "Batzordeko kidea, txostengilea", "Member of the committee, rapporteur"),
    Role("member-5", "Iñaki Urmeneta", "Miembro del comité, enfermero", "Batzordeko kidea, erizaina", "Member of the committee, nurse"),
    Role("member-6", "Pilar Ochoa", "Miembro del comité, representa a pacientes", "Batzordeko kidea, pazienteen ordezkaria", "Member of the committee, for patients"),
    Role("access-officer", "Garazi Irurzun", "Organismo de acceso", "Sarbide-erakundea", "Access body officer"),
    Role("preparer", "Joseba Arregui", "Prepara las entregas", "Datu-entregak prestatzen ditu", "Prepares releases"),
    Role("first-officer", "Marta Elizalde", "Firma entregas", "Datu-entregak sinatzen ditu", "Release officer"),
    Role("second-officer", "Rubén Ezcurra", "Firma entregas", "Datu-entregak sinatzen ditu", "Release officer"),
    Role("auditor", "Nekane Aguirre", "Auditora", "Ikuskaria", "Auditor"),
    Role("protector", "Teresa Labiano", "Delegada de protección de datos", "Datuak babesteko ordezkaria", "Data protection officer"),
    Role("steward", "Asier Mendía", "Administra los papeles del programa", "Programako eginkizunak kudeatzen ditu", "Programme steward"),
    Role("holder", "Josune Etxarri", "Tenedora de datos", "Datuen edukitzailea", "Data holder"),
    Role("desk", "Miren Olite", "Oficina de atención ciudadana", "Herritarren arreta-bulegoa", "Citizen desk"),
)  # fmt: skip
OTHERS = {
    "member-3": "Fermín Goikoa",
    "member-4": "Lucía Armendáriz",
    "member-7": "Xabier Oroz",
    "member-8": "Rosario Beunza",
    "member-9": "Julen Satrustegi",
    "member-10": "Nerea Zubeldia",
}
"""Members of the committee as whom nobody signs in, and whom everybody there calls by name."""
CITIZENS = {
    "maite": ("Ciudadana, 71 años", "Herritarra, 71 urte", "Citizen, 71"),
    "javier": ("Ciudadano, 44 años, sin datos genéticos", "Herritarra, 44 urte, datu genetikorik gabe", "Citizen, 44, no genetic data"),
    "leire": ("Madre de Unai (8) y Nahia (17)", "Unairen (8) eta Nahiaren (17) ama", "Mother of Unai (8) and Nahia (17)"),
    "nahia": ("Hija de Leire, 17 años", "Leireren alaba, 17 urte", "Daughter of Leire, 17"),
}  # fmt: skip


def personas(samples: tuple[str, ...]) -> tuple[Persona, ...]:
    """Citizens first, then everybody who works in the programme."""
    named = names_of(samples)
    return (*_citizens(named), *map(_working, WORKING))


def others_at_work() -> tuple[Persona, ...]:
    """Whoever has a name and no place on the page where one signs in."""
    return tuple(Persona(sub=key, name=called, is_somebody={}) for key, called in OTHERS.items())


def _citizens(named: dict[str, str]) -> Iterator[Persona]:
    known: dict[str, Neighbour] = {one.key: one for one in NEIGHBOURS}
    for key in IN_THE_REGISTER:
        one = known[key]
        yield Persona(
            sub=key,
            name=f"{one.given_name} {one.family_name}",
            is_somebody=_in_languages(*CITIZENS[key]),
            claims={CLAIM: named[key], "locale": one.language},
        )


def _working(role: Role) -> Persona:
    words = _in_languages(role.spanish, role.basque, role.english)
    return Persona(sub=role.key, name=role.name, is_somebody=words, claims={"locale": "es"})


def _in_languages(spanish: str, basque: str, english: str) -> dict[Language, str]:
    return {Language.SPANISH: spanish, Language.BASQUE: basque, Language.ENGLISH: english}


def subjects(region: Region) -> dict[str, SubjectId]:
    """Who of the region everybody at work is."""
    members = {f"member-{number}": who for number, who in enumerate(region.cast.members)}
    everybody = {**region.cast.people, **members}
    return {key: everybody[key] for key in (*(role.key for role in WORKING), *OTHERS)}
