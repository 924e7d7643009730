"""What must come out of the sample article, and the rules that hold for every record."""

from __future__ import annotations

from functools import cache

from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo, Claim, Record
from counterclaim.resources import data_path


@cache
def sample(published: str | None = "2023-01-25") -> Record:
    text = data_path("articles", "bakhmut.txt").read_text("utf-8")
    return extract(text, ArticleInfo("sample", "0" * 64, "bakhmut.txt", published=published))


def the_claim(words: str) -> Claim:
    found = [c for c in sample().events if words in c.text]
    assert found, f"no claim with {words!r}"
    return min(found, key=lambda c: len(c.text))


def test_pushilin_claims_an_advance_through_russian_agencies() -> None:
    claim = the_claim("Fighting is already taking place")
    assert claim.source.name == "Denis Pushilin"
    assert claim.source.side == "russia"
    assert claim.source.organisation == "Donetsk People's Republic"
    assert [r.name for r in claim.source.relay] == ["Russian news agencies"]
    assert (claim.quotation, claim.stance, claim.event.type) == ("direct", "asserts", "advance")


def test_his_words_are_one_claim_a_sentence() -> None:
    assert the_claim("Rather tough hostilities").event.type == "fighting"
    assert the_claim("on the rise").quotation == "mixed"
    assert the_claim("on the rise").source.name == "Denis Pushilin"


def test_the_official_of_the_lead_is_named_in_the_next_paragraph() -> None:
    claim = the_claim("advances into Bakhmout")
    assert claim.source.name == "Denis Pushilin"
    assert claim.source.mention is not None
    assert claim.source.mention.text == "a Russian occupation official"
    assert claim.time.said == "2023-01-25"


def test_the_breach_at_soledar_is_russias_claim_of_early_january() -> None:
    claims = [c for c in sample().events if c.text.startswith("the breach at Soledar")]
    claim = min(claims, key=lambda c: len(c.text))
    assert (claim.source.name, claim.source.side) == ("Russia", "russia")
    assert (claim.time.earliest, claim.time.latest) == ("2023-01-01", "2023-01-10")
    assert [p.name for p in claim.places] == ["Soledar"]


def test_the_supply_routes_and_the_control_are_two_claims() -> None:
    assert the_claim("supply routes").event.type == "supply_line"
    assert the_claim("operational control").event.type in ("control", "capture")
    assert the_claim("operational control").event.role("extent") == "part"


def test_this_city_stays_open_where_two_cities_stand_before_it() -> None:
    assert the_claim("supply routes").places == ()


def test_prigozhin_intends_and_predicts() -> None:
    aim, plan = the_claim("the purpose of taking"), the_claim("All combat-ready units")
    assert (aim.source.name, aim.stance, aim.time.said) == (
        "Yevgeny Prigozhin",
        "intends",
        "2023-01-24",
    )
    assert [r.name for r in aim.source.relay] == ["his press service"]
    assert (plan.source.name, plan.stance) == ("Yevgeny Prigozhin", "predicts")


def test_the_general_staff_confirms_attacks() -> None:
    claim = the_claim("Russian attacks on Bachmout")
    assert claim.source.name == "General Staff of the Armed Forces of Ukraine"
    assert (claim.stance, claim.event.type) == ("confirms", "attack")
    assert [(p.name, p.mention, p.relation) for p in claim.places] == [
        ("Bakhmut", "Bachmout", "surroundings")
    ]


def test_he_is_the_institute_and_its_reports_are_hedged() -> None:
    gains, reports = the_claim("marginal territorial gains"), the_claim("reports of an ongoing")
    assert gains.source.name == reports.source.name == "Institute for the Study of War"
    assert gains.event.role("degree") == "marginal"
    assert not gains.hedged
    assert reports.hedged
    assert [p.name for p in reports.places] == ["Vuhledar"]


def test_the_narrator_has_facts_of_his_own() -> None:
    population, attacks = the_claim("population of 70,000"), the_claim("repeatedly attacked")
    failure, losses = the_claim("failed to breach"), the_claim("heavy casualties")
    assert {c.source.name for c in (population, attacks, failure, losses)} == {"narrator"}
    assert [(q.what, q.low, q.high) for q in population.quantities] == [
        ("population", 70000, 70000)
    ]
    assert (attacks.time.earliest, attacks.time.latest) == ("2022-06", None)
    assert failure.event.role("success") is False


def test_without_a_date_relative_times_keep_their_words_and_stay_open() -> None:
    claims = sample(None).events
    assert all(c.time.said is None for c in claims)
    assert all(c.time.earliest is None and c.time.latest is None for c in claims)
    assert "the summer" in {c.time.mention for c in claims}


def test_every_span_slices_to_its_words() -> None:
    text = data_path("articles", "bakhmut.txt").read_text("utf-8")
    for claim in sample().events:
        assert claim.text == " … ".join(text[a:b] for a, b in claim.spans)
        mentions = [
            claim.source.mention,
            claim.source.cue,
            *(r.mention for r in claim.source.relay),
        ]
        for mention in (m for m in mentions if m is not None):
            assert text[slice(*mention.span)] == mention.text
        for place in claim.places:
            assert text[slice(*place.span)] == place.mention
        for quantity in claim.quantities:
            assert text[slice(*quantity.span)] == quantity.mention
        if claim.time.span is not None:
            assert text[slice(*claim.time.span)] == claim.time.mention


def test_the_same_text_gives_the_same_records() -> None:
    text = data_path("articles", "bakhmut.txt").read_text("utf-8")
    info = sample().article
    assert extract(text, info) == sample()
