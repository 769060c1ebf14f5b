"""A stream read plain: gzip members undone one after another, and a broken end remembered."""

import io
import zlib

_CHUNK = 65_536
_GZIP = b"\x1f\x8b"


class Unzipped(io.RawIOBase):
    """The plain bytes of a stream that may be gzipped.

    Reading never raises for broken gzip: the stream just ends, and `problem` says why (None while all is well), so
    that everything before the break can be used first.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        super().__init__()
        self._stream = stream
        self._gzipped = stream.peek(2)[:2] == _GZIP
        self._member = zlib.decompressobj(wbits=31) if self._gzipped else None
        self._rest = b""
        self.problem: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        if self._member is None:
            return 0 if self._gzipped else self._stream.readinto(buffer)
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        """Up to `most` plain bytes; empty at the end."""
        while self._member is not None:
            fresh = self._rest or self._stream.read1(_CHUNK)
            if not fresh:
                self._end()
                break
            try:
                data = self._member.decompress(fresh, most)
            except zlib.error as error:
                self.problem, self._member = f"is corrupted ({error})", None
                break
            self._rest = self._member.unconsumed_tail or self._after_member()
            if data:
                return data
        return b""

    def _after_member(self) -> bytes:
        """What has been read behind a member that is complete, where the next one begins."""
        if self._member is None or not self._member.eof:
            return b""
        rest = self._member.unused_data or self._stream.read1(_CHUNK)
        self._member = zlib.decompressobj(wbits=31) if rest.strip(b"\x00") else None
        return rest

    def _end(self) -> None:
        self.problem, self._member = "ends early", None
