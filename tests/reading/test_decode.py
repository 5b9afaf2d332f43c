"""From bytes to text: encodings, damage, and what is no text at all."""

import random
import time

import pytest

from crosscheck.reading.decode import DAMAGED, NotText, decode

FRENCH = "« L’été à Bamako » : 12 accords signés, 1 500 € versés.\r\nDeuxième ligne."

ENCODED = [
    (FRENCH.encode(), "utf-8"),
    (b"\xef\xbb\xbf" + FRENCH.encode(), "utf-8"),
    (FRENCH.encode("cp1252"), "cp1252"),
    (b"\xff\xfe" + FRENCH.encode("utf-16-le"), "utf-16-le"),
    (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "utf-16-be"),
    (FRENCH.encode("utf-16-le"), "utf-16-le"),
    (FRENCH.encode("utf-16-be"), "utf-16-be"),
    (b"\xff\xfe\x00\x00" + FRENCH.encode("utf-32-le"), "utf-32-le"),
]


@pytest.mark.parametrize(("data", "encoding"), ENCODED)
def test_characters_are_kept(data: bytes, encoding: str) -> None:
    """Every encoding gives the same characters; only the mark is dropped, CRLF stays."""
    found = decode(data)
    assert (found.text, found.encoding) == (FRENCH, encoding)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00",
        b"%PDF-1.7\n\x00\x01\x02" + bytes(range(256)) * 4,
        b"text with a NUL \x00 inside",
        b"\x00" * 40,
        b"\x01\x02\x03\x04\x05\x06",
        random.Random(7).randbytes(4000),
        random.Random(8).randbytes(31),
        "Москва и Бамако подписали три соглашения".encode("cp1251"),
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
    ],
)
def test_no_text(data: bytes) -> None:
    """Pictures, archives, random bytes and unknown alphabets are no text."""
    with pytest.raises(NotText, match="ce n'est pas un texte"):
        decode(data)


def test_cut_in_a_character() -> None:
    """A UTF-8 file cut in the middle of a letter is still UTF-8, and says that it is damaged."""
    found = decode("Été à l’école, blessés évacués".encode() + b"\xc3")
    assert found.encoding == DAMAGED
    assert found.text.startswith("Été à l’école") and found.text.endswith("\ufffd")


def test_unassigned_byte_of_cp1252() -> None:
    """A byte that cp1252 leaves out does not lose the rest of the text."""
    assert (
        decode("Les blessés ".encode("cp1252") + b"\x81 " + b"sont sortis").text[:11]
        == "Les blessés"
    )


def test_five_megabytes() -> None:
    """Time grows with length and no faster: every encoding in under two seconds."""
    text = FRENCH * (5_000_000 // len(FRENCH))
    for encoding in ("utf-8", "cp1252", "utf-16-le"):
        data = text.encode(encoding)
        start = time.perf_counter()
        assert decode(data).text == text
        assert time.perf_counter() - start < 2
