"""Small records for the tests of a ledger, and the one record that it then has."""

from dataclasses import replace

from counterclaim.ledger import article_id, read_ledger, text_sha256
from counterclaim.records import ArticleInfo, Claim, Event, Record, Review, Source

TEXT = "Convoy halted\r\n\r\nShells fell overnight, the governor said. “Ні.” 💥\n"


def make(published="2023-03-14", events=("shelling", "fighting"), text=TEXT):
    name = article_id("Convoy halted", published, text_sha256(text))
    info = ArticleInfo(name, text_sha256(text), "a.txt", "Convoy halted", published=published)
    claims = [
        Claim(
            id=f"{name}#{number:02}",
            text="Shells fell overnight",
            spans=((17, 38),),
            quotation="indirect",
            stance="asserts",
            source=Source("Governor", "person"),
            event=Event(event),
        )
        for number, event in enumerate(events, start=1)
    ]
    return Record(info, tuple(claims))


def rewrite(record, index, **changes):
    claims = list(record.events)
    claims[index] = replace(claims[index], **changes)
    return replace(record, events=tuple(claims))


def the_record(ledger):
    records, problems = read_ledger(ledger)
    assert problems == []
    (record,) = records
    return record


def printed(file, outlet=None, published="2023-03-14"):
    return replace(make(published).article, file=file, outlet=outlet, published_from="option")


ACCEPTED = Review("accepted", "anna", "2023-04-01", "as in the broadcast")
