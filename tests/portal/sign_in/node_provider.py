"""npm ``oidc-provider``, which is not ours: installed once a run, started once a process."""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from joserfc.jwk import ECKey

from portal.login import BACK_CHANNEL_PATH, CALLBACK_PATH, SIGNED_OUT_PATH
from tests.conftest import absent
from tests.portal.sign_in.providers import CLIENT_ID, RunningProvider
from tests.portal.sign_in.servers import address, listening

PACKAGE = "oidc-provider@~9.13.0"
SCRIPT = Path(__file__).with_name("node_provider.mjs")
INSTALL_SECONDS, READY = 240, "listening\n"


def installed(shared: Path) -> Path:
    """A folder with the package in it; processes of one test run share it, one at a time."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        absent("node", "Node and npm are not on this machine")
    folder = shared / "oidc-provider"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            said = subprocess.run(
                [str(npm), "install", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE],
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=INSTALL_SECONDS,
            )
            if said.returncode != 0:
                absent("node", "npm cannot install oidc-provider here")
            shutil.copyfile(SCRIPT, folder / SCRIPT.name)
            (folder / "done").touch()
    return folder


@contextmanager
def node_provider(folder: Path, portal: str, key: ECKey) -> Iterator[RunningProvider]:
    """The provider while the block lasts."""
    opened = listening()
    issuer = address(opened)
    port = opened.getsockname()[1]
    opened.close()
    signing = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)
    asked = {
        "issuer": issuer,
        "port": port,
        "jwks": {"keys": [signing.as_dict(private=True)]},
        "client": _client(portal, key),
    }
    command = ["node", SCRIPT.name, json.dumps(asked)]
    pipe, merged = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=merged, text=True) as process:
        assert process.stdout is not None
        said = list(takewhile(lambda line: line != READY, process.stdout))
        assert process.poll() is None, "".join(said)
        try:
            yield RunningProvider(issuer, signing, acr="")
        finally:
            process.terminate()


def _client(portal: str, key: ECKey) -> dict[str, object]:
    return {
        "client_id": CLIENT_ID,
        "application_type": "web",
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "ES256",
        "id_token_signed_response_alg": "ES256",
        "jwks": {"keys": [key.as_dict(private=False)]},
        "redirect_uris": [portal + CALLBACK_PATH],
        "post_logout_redirect_uris": [portal + SIGNED_OUT_PATH],
        "backchannel_logout_uri": portal + BACK_CHANNEL_PATH,
        "backchannel_logout_session_required": True,
        "response_types": ["code"],
        "grant_types": ["authorization_code"],
    }
