"""The record types, their YAML form and their checks."""

from counterclaim.records.model import (
    Actor,
    ArticleInfo,
    Claim,
    Event,
    FurtherEvent,
    Mention,
    Place,
    Quantity,
    Record,
    Relay,
    Review,
    Source,
    Span,
    Subject,
    Time,
)
from counterclaim.records.problem import Problem

__all__ = [
    "Actor",
    "ArticleInfo",
    "Claim",
    "Event",
    "FurtherEvent",
    "Mention",
    "Place",
    "Problem",
    "Quantity",
    "Record",
    "Relay",
    "Review",
    "Source",
    "Span",
    "Subject",
    "Time",
]
