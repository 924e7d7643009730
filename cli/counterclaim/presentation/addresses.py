"""Which address of an article may become a link."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from counterclaim.records import ArticleInfo

_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}\x00-\x20\x7f-\x9f]{1,2000}", re.IGNORECASE)


def web_address(info: ArticleInfo) -> str | None:
    """The address of an article where it is one of the web: nothing else may become a link, nor
    what hides where it leads behind a name and an "@".
    """
    if not info.url or not _WEB.fullmatch(info.url):
        return None
    try:
        parts = urlsplit(info.url)
        named = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return None
    return info.url if named and "@" not in parts.netloc else None
