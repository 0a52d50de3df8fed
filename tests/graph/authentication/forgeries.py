"""Every forged access token by name: how it is made, and the part at fault that the log has.

Sources: RFC 9068, 4 and 5; RFC 8725, 3; RFC 9700; OWASP ASVS 5.0, 9.
"""

from __future__ import annotations

import time
from typing import Any

from tests.graph.authentication.forging import Forgery
from tests.graph.authentication.issuers import AUDIENCE

NOW, HOUR = int(time.time()), 3600
ELSEWHERE = "https://attacker.example"


def _head(**header: Any) -> Forgery:
    return Forgery(header=header)


def _says(**claims: Any) -> Forgery:
    return Forgery(claims=claims)


FORGERIES: dict[str, tuple[Forgery, str]] = {
    "without a signature": (Forgery(header={"alg": "none"}, how="not at all"), "form"),
    "that says it needs none": (Forgery(header={"alg": "none"}, how="with anything"), "alg"),
    "that says so in other letters": (Forgery(header={"alg": "nOnE"}, how="with anything"), "alg"),
    "whose secret is the public key": (
        Forgery(header={"alg": "HS256"}, how="with the public key as a secret"),
        "alg",
    ),
    "that claims an algorithm of other keys": (_head(alg="RS256"), "alg"),
    "that claims an algorithm of other curves": (_head(alg="ES384"), "alg"),
    "without an algorithm": (_head(alg=None), "alg"),
    "signed by a stranger": (Forgery(how="by a stranger"), "signature"),
    "that brings its key": (Forgery(how="by a stranger who shows the key"), "header"),
    "with the address of its keys": (_head(jku=f"{ELSEWHERE}/jwks"), "header"),
    "with the address of a certificate": (_head(x5u=f"{ELSEWHERE}/x"), "header"),
    "with a certificate": (_head(x5c=["MIIB"]), "header"),
    "that demands something": (_head(crit=["exp"]), "header"),
    "that is packed": (_head(zip="DEF"), "header"),
    "changed after it was signed": (
        Forgery(claims={"sub": "ane"}, how="for something else"),
        "signature",
    ),
    "of an unknown key": (_head(kid="another"), "kid"),
    "of a key that is a path": (_head(kid="../../../dev/null"), "kid"),
    "of a key that is a statement": (_head(kid="' OR 1=1 --"), "kid"),
    "of a key that is a number": (_head(kid=7), "kid"),
    "of no key": (_head(kid=None), "kid"),
    "of no type": (_head(typ=None), "typ"),
    "of the type of id tokens": (_head(typ="JWT"), "typ"),
    "of the type of logout tokens": (_head(typ="logout+jwt"), "typ"),
    "of a type that is a list": (_head(typ=["at+jwt"]), "typ"),
    "of another issuer": (_says(iss=ELSEWHERE), "iss"),
    "of no issuer": (_says(iss=None), "iss"),
    "for another audience": (_says(aud="https://other.example.org"), "aud"),
    "for a part of ours": (_says(aud=AUDIENCE[:-1]), "aud"),
    "for several others": (_says(aud=["a", "b"]), "aud"),
    "for the program itself": (_says(aud="app"), "aud"),
    "for nobody": (_says(aud=None), "aud"),
    "for something": (_says(aud={AUDIENCE: True}), "aud"),
    "that is over": (_says(exp=NOW - HOUR), "exp"),
    "without an end": (_says(exp=None), "exp"),
    "whose end is a word": (_says(exp="never"), "exp"),
    "whose end is yes": (_says(exp=True), "exp"),
    "whose end is no time": (_says(exp=1e300), "exp"),
    "whose end is no number": (_says(exp=float("nan")), "exp"),
    "that is not in force yet": (_says(nbf=NOW + HOUR), "nbf"),
    "issued in the future": (_says(iat=NOW + HOUR), "iat"),
    "issued at no time": (_says(iat=None), "iat"),
    "about nobody": (_says(sub=None), "sub"),
    "about an empty name": (_says(sub=""), "sub"),
    "about a list": (_says(sub=["ane"]), "sub"),
    "about letters that no provider has": (_says(sub="ane\x00"), "sub"),
    "about somebody unknown": (_says(sub="nobody"), "sub"),
    "of no program": (_says(client_id=None), "client_id"),
    "of two programs": (_says(azp="another"), "azp"),
    "without an id": (_says(jti=None), "jti"),
    "whose scopes are a list": (_says(scope=["read"]), "scope"),
    "whose scopes are not apart": (_says(scope="read  choices"), "scope"),
    "bound to a key that nobody shows": (_says(cnf={"jkt": "x"}), "cnf"),
}
"""Of a genuine token, about a person and about a machine."""
