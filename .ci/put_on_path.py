"""Put this checkout on the path of the environment that runs this file, and its command beside it.

Nothing is built or downloaded: a path entry, and a script as an installer would write it. It begins
as a shell script, for an interpreter's path may be too long for a first line, or hold spaces.
"""

import sys
import sysconfig
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
SCRIPT = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from portal.cli.main import main

sys.exit(main())
"""


def put_on_path() -> None:
    """Write ``baimena.pth`` and ``bin/baimena``."""
    packages, scripts = (Path(sysconfig.get_path(name)) for name in ("purelib", "scripts"))
    (packages / "baimena.pth").write_text(f"{CHECKOUT}\n", encoding="utf-8")
    command = scripts / "baimena"
    command.write_text(SCRIPT.format(python=sys.executable), encoding="utf-8")
    command.chmod(0o755)


if __name__ == "__main__":
    put_on_path()
