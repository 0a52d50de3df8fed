"""npm ``oidc-provider`` as an issuer of access tokens; it keeps to RFC 9068, and is not ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from joserfc.jwk import ECKey

from governance.lives.programme.partners import PartnerScope
from governance.vocabulary.token_scopes import TokenScope
from tests.graph.authentication.issuers import APP, AUDIENCE, BACK, ELSEWHERE, Issuer
from tests.portal.sign_in.node_provider import READY
from tests.portal.sign_in.servers import address, listening

SCRIPT = Path(__file__).with_name("node_issuer.mjs")


@contextmanager
def node_issuer(folder: Path, client_keys: dict[str, ECKey]) -> Iterator[Issuer]:
    """The provider while the block lasts; ``folder`` is where it was installed."""
    opened = listening()
    issuer, port = address(opened), opened.getsockname()[1]
    opened.close()
    signing = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)
    asked = {
        "issuer": issuer,
        "port": port,
        "jwks": {"keys": [signing.as_dict(private=True)]},
        "clients": [_client(name, key) for name, key in client_keys.items()],
        "audience": AUDIENCE,
        "scopes": [*TokenScope, *PartnerScope],
        "opaque": ELSEWHERE,
    }
    script = folder / f"{port}.mjs"
    shutil.copyfile(SCRIPT, script)
    command = ["node", script.name, json.dumps(asked)]
    pipe, merged = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=merged, text=True) as process:
        assert process.stdout is not None
        said = list(takewhile(lambda line: line != READY, process.stdout))
        assert process.poll() is None, "".join(said)
        try:
            yield Issuer("node", issuer, lambda: signing, client_keys, acr="")
        finally:
            process.terminate()


def _client(name: str, key: ECKey) -> dict[str, object]:
    people = name == APP
    return {
        "client_id": name,
        "application_type": "native",
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "ES256",
        "id_token_signed_response_alg": "ES256",
        "jwks": {"keys": [key.as_dict(private=False)]},
        "redirect_uris": [BACK] if people else [],
        "response_types": ["code"] if people else [],
        "grant_types": ["authorization_code", "refresh_token"]
        if people
        else ["client_credentials"],
    }
