"""Bytes to text: by byte-order mark, then the header's charset, then the page's own, then detection."""

import codecs
import re

from claimtrail.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_REMEDY = "save it as UTF-8"
# The Encoding Standard reads these labels as the wider Windows sets, as browsers do.
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
          "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949"}  # fmt: skip


def decode(data: bytes, source: str, media_type: str | None = None) -> str:
    """The text of `data`; line ends and all characters are kept, a byte-order mark is not.

    Raises `InputError` where the encoding is stated but unknown, or no encoding makes text of the bytes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    stated = _stated(data, media_type)
    if stated is None or stated.lower().replace("_", "-") in ("utf-8", "utf8"):
        return _detected(data, source)
    return _strict(data, _WIDER.get(stated.lower(), stated), source)


def _stated(data: bytes, media_type: str | None) -> str | None:
    header = _CHARSET.search(media_type or "")
    if header:
        return header[1]
    page = _XML.search(data[:1024]) or _META.search(data[:4096])
    return page[1].decode("ascii") if page else None


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        # A page of a stated encoding may hold a stray byte; one broken character must not cost the page.
        text = data.decode(encoding, errors="replace")
    except LookupError as unknown:
        raise InputError(source, f"unknown encoding {encoding!r}", _REMEDY) from unknown
    if text.count("\ufffd") > max(3, len(text) // 200):
        raise InputError(source, f"not readable as {encoding}", _REMEDY)
    return text


def _detected(data: bytes, source: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError(source, "unknown encoding", _REMEDY)
    return str(best)
