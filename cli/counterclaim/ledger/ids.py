"""Names of articles: `2023-03-14-convoy-halted-at-orikhiv-0a1b2c3d`."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST_SLUG = 60
_UNMARKED = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)\S+", re.IGNORECASE)
_APOSTROPHES = re.compile("['’ʼ`]")
_ARTICLE_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,199}\Z")


def text_sha256(text: str) -> str:
    """The sha256 of an article's text as it is stored: its UTF-8 bytes, nothing normalised."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(
    title: str | None, published: str | None, sha256: str, outlet: str | None = None
) -> str:
    """An article's id: its day, its title in short, its outlet where it is known, the first 8
    digits of its text's sha256. Two printings of one text differ in day or outlet.

    >>> article_id("Orikhiv: “Rather tough” night for Łódź’s medics", "2023-03-14", "0a1b2c3d4e")
    '2023-03-14-orikhiv-rather-tough-night-for-lodzs-medics-0a1b2c3d'
    >>> article_id("Бої під Лиманом", None, "0a1b2c3d4e")
    'undated-article-0a1b2c3d'
    >>> article_id("Convoy halted", None, "0a1b2c3d4e", "The Herald")
    'undated-convoy-halted-the-herald-0a1b2c3d'
    """
    named = (published or "undated", slug(title or "") or "article", outlet_key(outlet))
    return "-".join([*filter(None, named), sha256[:8]])


def outlet_key(outlet: str | None) -> str:
    """What makes an outlet another one: its name in ASCII words; a name without any has a number.

    >>> outlet_key("The Herald."), outlet_key(None), outlet_key("Вісник")
    ('the-herald', '', 'o068480f9')
    """
    if not outlet:
        return ""
    return slug(outlet) or f"o{text_sha256(outlet)[:8]}"


def slug(title: str) -> str:
    """A title in lower-case ASCII words joined by hyphens, cut between words; an address in
    it is no word of it.

    >>> slug("Why Kreminna’s forests matter https://example.org/a?b=c")
    'why-kreminnas-forests-matter'
    """
    plain = _APOSTROPHES.sub("", _ADDRESS.sub(" ", title).lower().translate(_UNMARKED))
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    short = ""
    for word in words:
        longer = f"{short}-{word}" if short else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        short = longer
    return short


def is_article_id(name: str) -> bool:
    """Whether a name may be used as a file name: an id never leads out of its folder.

    >>> is_article_id("../../secrets")
    False
    """
    return _ARTICLE_ID.match(name) is not None
