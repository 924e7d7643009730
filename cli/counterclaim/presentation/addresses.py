"""Which address of an article may become a link."""

from __future__ import annotations

import re

from counterclaim.records import ArticleInfo

_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)


def web_address(info: ArticleInfo) -> str | None:
    """The address of an article where it is one of the web: nothing else may become a link."""
    return info.url if info.url and _WEB.fullmatch(info.url) else None
