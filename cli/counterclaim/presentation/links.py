"""Where pages of a ledger stand while it is served: addresses that can be kept."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from counterclaim.ledger.lookup import claim_number
from counterclaim.records import Claim, Place


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of pages beside the one that is written; none where it stands alone.

    >>> Links(served=True).article("2023-04-18-wire-949a83bd")
    '/article/2023-04-18-wire-949a83bd'
    """

    served: bool = False

    @property
    def home(self) -> str:
        """The page of the whole ledger."""
        return "/" if self.served else ""

    def article(self, article: str) -> str:
        """The page of an article, by its id."""
        return f"/article/{_part(article)}" if self.served else ""

    def claim(self, claim: Claim) -> str:
        """The page of a claim."""
        article = _part(claim.id.rpartition("#")[0])
        return f"/claim/{article}/{claim_number(claim)}" if self.served else ""

    def place(self, place: Place | str) -> str:
        """The page of a place, by its name or, for a place of a record, by its id."""
        name = place if isinstance(place, str) else place.id or place.name
        return f"/place/{_part(name)}" if self.served else ""


ALONE = Links()
SERVED = Links(served=True)


def _part(name: str) -> str:
    return quote(name, safe=":", errors="replace")
