"""What this provider's few pages say. It is no part of the portal, and has no catalogue there."""

from __future__ import annotations

from collections.abc import Mapping

from governance.vocabulary.people import Language

ES, EU, EN = Language.SPANISH, Language.BASQUE, Language.ENGLISH
NAMES = {ES: "Español", EU: "Euskara", EN: "English"}

WORDS: dict[str, Mapping[Language, str]] = {
    "house": {
        ES: "Identidad de demostración",
        EU: "Erakustaldirako identitatea",
        EN: "Demonstration identity",
    },
    "languages": {ES: "Idioma", EU: "Hizkuntza", EN: "Language"},
    "choose": {
        ES: "¿Con quién quieres entrar?",
        EU: "Noren izenean sartu nahi duzu?",
        EN: "Who do you want to sign in as?",
    },
    "nobody-is-real": {
        ES: "Todas estas personas son inventadas. En un programa real, aquí estaría el proveedor "
        "de identidad de la región, y pediría una prueba de quién eres.",
        EU: "Pertsona hauek guztiak asmatuak dira. Egiazko programa batean, eskualdeko "
        "identitate-hornitzailea egongo litzateke hemen, eta nor zaren frogatzeko eskatuko lizuke.",
        EN: "All these people are invented. In a real programme the region's identity provider "
        "would be here, and would ask you to prove who you are.",
    },
    "cancel": {
        ES: "Volver sin entrar",
        EU: "Itzuli sartu gabe",
        EN: "Go back without signing in",
    },
    "confirm": {
        ES: "Confirma que eres tú",
        EU: "Berretsi zu zarela",
        EN: "Confirm that it is you",
    },
    "why-confirm": {
        ES: "Lo que vas a hacer pide confirmar otra vez quién eres.",
        EU: "Egitera zoazenak nor zaren berriro berrestea eskatzen du.",
        EN: "What you are about to do needs a new confirmation of who you are.",
    },
    "you-are": {
        ES: "Has entrado con el nombre de",
        EU: "Izen honekin sartu zara:",
        EN: "You are signed in as",
    },
    "it-is-me": {ES: "Sí, soy yo", EU: "Bai, ni naiz", EN: "Yes, it is me"},
    "somebody-else": {
        ES: "Entrar con otra persona",
        EU: "Sartu beste pertsona batekin",
        EN: "Sign in as somebody else",
    },
    "leave": {
        ES: "¿Salir también aquí?",
        EU: "Hemendik ere irten?",
        EN: "Sign out here too?",
    },
    "why-leave": {
        ES: "Has salido del portal. Si sales también aquí, la próxima vez tendrás que elegir de "
        "nuevo con quién entras.",
        EU: "Ataritik irten zara. Hemendik ere irteten bazara, hurrengoan berriro aukeratu beharko "
        "duzu noren izenean sartu.",
        EN: "You have signed out of the portal. If you sign out here too, you will choose again "
        "next time who to sign in as.",
    },
    "do-leave": {ES: "Sí, salir", EU: "Bai, irten", EN: "Yes, sign out"},
    "stay": {ES: "No, volver", EU: "Ez, itzuli", EN: "No, go back"},
    "gone": {ES: "Has salido", EU: "Irten zara", EN: "You have signed out"},
    "close": {
        ES: "Ya puedes cerrar esta página.",
        EU: "Orri hau itxi dezakezu.",
        EN: "You can close this page.",
    },
    "wrong": {
        ES: "No podemos responder a esta petición",
        EU: "Ezin diogu eskaera honi erantzun",
        EN: "We cannot answer this request",
    },
    "start-again": {
        ES: "Puede haber caducado o estar incompleta. Vuelve al portal y empieza de nuevo.",
        EU: "Baliteke iraungita edo osatu gabe egotea. Itzuli atarira eta hasi berriro.",
        EN: "It may have expired, or be incomplete. Go back to the portal and start again.",
    },
}


def spoken(asked: str | None, accepted: str | None) -> Language:
    """The language asked for, else the first that the browser accepts, else Spanish."""
    wanted = [*(asked or "").split(), *(part.split(";")[0] for part in (accepted or "").split(","))]
    for one in wanted:
        code = one.strip().partition("-")[0].lower()
        if code in set(Language):
            return Language(code)
    return ES
