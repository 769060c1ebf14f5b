"""Bytes to text in the encodings that pages come in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrail.errors import InputError
from claimtrail.ingest.decode import decode

WORDS = "Взрыв в Донецке — погибли четверо"


@given(st.text())
def test_utf8_comes_back_unchanged(text: str) -> None:
    expected = text.removeprefix("\ufeff")
    data = text.encode("utf-8", "surrogatepass") if text.isascii() else text.encode("utf-8")
    assert decode(data, "a.txt") == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "a.txt") == WORDS


def test_the_header_outranks_the_page() -> None:
    data = f'<meta charset="koi8-r"><p>{WORDS.replace("—", "-")}</p>'.encode("cp1251")
    assert WORDS.replace("—", "-") in decode(data, "a.html", "text/html; charset=windows-1251")


def test_the_pages_own_charset_is_used() -> None:
    assert WORDS in decode(f'<meta charset="windows-1251"><p>{WORDS}</p>'.encode("cp1251"), "a.html")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    data = b'<meta charset="iso-8859-1">\x93No caf\xe9 is open\x94'
    assert "“No café is open”" in decode(data, "a.html")


def test_an_encoding_stated_nowhere_is_detected() -> None:
    text = "Убитых четверо, раненых одиннадцать, сообщил глава района. " * 4
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(InputError, match="unknown encoding 'x-mars'"):
        decode(b'<meta charset="x-mars"><p>caf\xe9</p>', "a.html")


def test_a_wrong_encoding_is_refused() -> None:
    with pytest.raises(InputError, match="not readable as utf-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8" * 400, "a.txt")
