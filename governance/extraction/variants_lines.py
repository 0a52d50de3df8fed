"""The lines of a text from outside, plain or compressed, read strictly and one at a time."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from governance.refusals import MalformedInput

GZIP = b"\x1f\x8b"
LAST_BLOCK = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")
"""SAM specification 4.1.2: the empty block at the end of every file in blocks of gzip. A file cut
between two blocks lacks it, and nothing else shows that it was cut."""
LONGEST_LINE = 64 * 1024 * 1024
"""Bytes: a line longer than this is not a site of any cohort we could hold in memory."""
Progress = Callable[[int, int], None]
"""Told of (bytes read of the source, its size). What it raises stops the reading."""
LINES_PER_REPORT = 256


class Lines:
    """Numbered lines, without their ends. Raises MalformedInput with the line at fault."""

    def __init__(
        self,
        file: BinaryIO,
        name: str,
        *,
        ended: bool = True,
        on_progress: Progress | None = None,
    ) -> None:
        self._raw = file
        self._name = name
        self._ended = ended
        self._on_progress = on_progress
        self.number = 0
        """The line read last, from 1."""
        self.size = os.fstat(file.fileno()).st_size
        start = file.read(18)
        self._check_start(start)
        file.seek(0)
        compressed = start.startswith(GZIP)
        self._file = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if compressed else file

    def fault(self, reason: str, *, line: int | None = None) -> MalformedInput:
        """What to raise: the file is refused, at the line read last unless another is named."""
        at = self.number if line is None else line
        return MalformedInput(file=self._name, line=at or None, reason=reason)

    @property
    def done(self) -> int:
        """Bytes of the source read so far, compressed where it is compressed."""
        return self._raw.tell()

    def __iter__(self) -> Iterator[str]:
        while (line := self._next()) is not None:
            yield line

    def _check_start(self, start: bytes) -> None:
        if not start:
            raise self.fault("the file is empty")
        if start.startswith(GZIP) and start[12:14] == b"BC":
            self._raw.seek(max(0, self.size - len(LAST_BLOCK)))
            if self._raw.read() != LAST_BLOCK:
                raise self.fault("truncated: the last block of the compressed file is missing")

    def _next(self) -> str | None:
        try:
            line = self._file.readline(LONGEST_LINE)
        except EOFError:
            raise self.fault(
                "truncated: the compressed data end too early", line=self.number + 1
            ) from None
        except (OSError, zlib.error):
            raise self.fault("the compressed data are damaged", line=self.number + 1) from None
        if not line:
            return None
        self.number += 1
        if self._on_progress is not None and self.number % LINES_PER_REPORT == 0:
            self._on_progress(self.done, self.size)
        if len(line) >= LONGEST_LINE:
            raise self.fault("the line is too long")
        if self._ended and not line.endswith(b"\n"):
            raise self.fault("truncated: the last line has no end")
        try:
            return line.removesuffix(b"\n").decode("utf-8")
        except UnicodeDecodeError:
            raise self.fault("the text is not UTF-8") from None


@contextmanager
def reading(
    source: Path, name: str | None, *, ended: bool = True, on_progress: Progress | None = None
) -> Iterator[Lines]:
    """Open a file from outside; in refusals it goes by ``name``, or by its bare file name.

    ``ended`` says whether the last line needs an end: a table may lack it, a VCF may not.
    """
    shown = name or source.name
    try:
        file = source.open("rb")
    except OSError:
        raise MalformedInput(file=shown, line=None, reason="the file cannot be read") from None
    with file:
        yield Lines(file, shown, ended=ended, on_progress=on_progress)
