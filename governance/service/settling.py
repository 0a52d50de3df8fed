"""What a process has loaded stays for good: nobody looks for garbage in it any more.

The interpreter looks through everything that it holds, again and again, while answers wait: 0.2 to
0.3 seconds each time where the whole house is loaded. Source: the Python library, ``gc.freeze``.
"""

from __future__ import annotations

import gc

GARBAGE_AFTER = 10_000
"""So many more objects than are gone again. A visit makes some thousands, and most go with it."""


def settle() -> None:
    """For a process that goes on for long, once everything is loaded that it needs."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)
