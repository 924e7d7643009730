"""Small articles, and the claims they must give: source | side | stance | words."""

from __future__ import annotations

import pytest

from counterclaim.extraction.claims.context import before_next_clause
from counterclaim.extraction.pipeline import extract
from counterclaim.records import ArticleInfo, Claim

TITLE = "A headline that claims nothing\n\n"


def claims(text: str, published: str | None = "2024-05-15") -> list[Claim]:
    info = ArticleInfo("test", "0" * 64, "test.txt", published=published)
    return list(extract(TITLE + text, info).events)


def lines(text: str) -> list[str]:
    return [
        f"{c.source.name} | {c.source.side} | {c.stance}{' ?' if c.hedged else ''} | {c.text}"
        for c in claims(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # stance: the cue's, or the mood of the content
        (
            "Kyiv denied that its troops had left Siversk.",
            ["Ukraine | ukraine | denies | its troops had left Siversk"],
        ),
        (
            "“We will hold Siversk,” said Volodymyr Zelensky.",
            ["Volodymyr Zelensky | ukraine | intends | We will hold Siversk"],
        ),
        (
            "The Institute for the Study of War said Russian forces will probably attack Lyman.",
            [
                "Institute for the Study of War | independent | predicts ? | "
                "Russian forces will probably attack Lyman"
            ],
        ),
        (
            "The mayor told residents to leave Pokrovsk.",
            ["mayor | unknown | demands | to leave Pokrovsk"],
        ),
        # what was still to come when it was said
        (
            "An Israeli official said on Saturday that the army would enter Rafah.",
            ["Israeli official | israel | predicts | the army would enter Rafah"],
        ),
        (
            "The mayor said that without the dam the village would have drowned.",
            ["mayor | unknown | asserts | without the dam the village would have drowned"],
        ),
        # a denial takes over the words it denies
        (
            "Moscow said its troops had taken Siversk. Kyiv denied this.",
            [
                "Russia | russia | asserts | its troops had taken Siversk",
                "Ukraine | ukraine | denies | its troops had taken Siversk",
            ],
        ),
        # what nobody knows is the narrator's doubt, not the source's
        (
            "The mayor said two people were killed but it was not immediately clear whether"
            " Russian troops had shelled Siversk.",
            [
                "mayor | ukraine | asserts | two people were killed",
                "narrator | independent | doubts | "
                "it was not immediately clear whether Russian troops had shelled Siversk",
            ],
        ),
        # what cannot be verified is doubted, not confirmed
        (
            "Moscow said its troops had taken Siversk. Reuters could not verify the claim.",
            [
                "Russia | russia | asserts | its troops had taken Siversk",
                "Reuters | independent | doubts | its troops had taken Siversk",
            ],
        ),
        # the narrator's own facts, one each, and no background
        (
            "Orikhiv, which had 14,000 inhabitants, has been shelled since March.",
            [
                "narrator | independent | asserts | Orikhiv … has been shelled since March",
                "narrator | independent | asserts | which had 14,000 inhabitants",
            ],
        ),
        ("The river rises in the hills and flows south.", []),
        # silence on a raid is no claim that there was one
        (
            "Siversk was shelled at dawn. There was no comment from the army on it.",
            [
                "narrator | independent | asserts | Siversk was shelled at dawn",
                "narrator | independent | doubts | There was no comment from the army on it",
            ],
        ),
        # a clause behind somebody's words is the narrator's
        (
            "The army said it had left Lyman, which Russian forces captured in May.",
            [
                "army | unknown | asserts | it had left Lyman",
                "narrator | independent | asserts | which Russian forces captured in May",
            ],
        ),
    ],
)
def test_who_claims_what(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_pronouns_and_surnames_point_back() -> None:
    text = (
        "Olena Koval, the governor of Kherson, said the dam had given way. She said two villages "
        "were flooded.\n\n“Nobody was hurt,” Koval said."
    )
    assert {c.source.name for c in claims(text)} == {"Olena Koval"}


def test_a_definite_description_finds_the_group_that_was_named() -> None:
    text = (
        "Sudan's army fought the Rapid Support Forces in El Fasher on Friday.\n\n"
        "The paramilitary group said it had taken the airport."
    )
    assert claims(text)[-1].source.name == "Rapid Support Forces"


def test_nobody_is_made_independent_by_default() -> None:
    (claim,) = claims("A source said the bridge was destroyed.")
    assert (claim.source.kind, claim.source.side) == ("unnamed", "unknown")


def test_the_day_of_speaking_is_not_the_day_of_the_event() -> None:
    (claim,) = claims("The governor said on Tuesday that the mill was shelled on Monday.")
    assert claim.time.said == "2024-05-14"
    assert (claim.time.earliest, claim.time.latest) == ("2024-05-13", "2024-05-13")


def test_the_enemy_is_the_other_side_of_who_speaks() -> None:
    (claim,) = claims("“The enemy attacked Lyman,” the Russian defence ministry said.")
    assert claim.event.initiator is not None
    assert claim.event.initiator.side in ("ukraine", "unknown")


def test_a_headline_claims_nothing() -> None:
    text = "Russian troops take Siversk\n\nThe river rises in the hills and flows south."
    assert claims(text) == []


def test_ids_are_numbered_in_text_order() -> None:
    found = claims("Lyman was shelled on Monday. Siversk was shelled on Tuesday.")
    assert [c.id for c in found] == ["test#01", "test#02"]
    assert [c.spans[0] for c in found] == sorted(c.spans[0] for c in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow said it had taken Siversk. Kyiv denied this.", ["asserts", "denies -> 1"]),
        (
            "The ministry denied a claim by Wagner that its fighters had taken the town hall.",
            ["asserts", "denies -> 1"],
        ),
        (
            "The army dismissed Moscow's claim that it had lost 200 soldiers as propaganda.",
            ["asserts", "denies -> 1"],
        ),
        (
            "The UN confirmed a report by local officials that the bridge was destroyed.",
            ["asserts", "confirms -> 1"],
        ),
        # nobody in particular is answered
        ("Kyiv denied reports that its troops had left Lyman.", ["denies"]),
        ("Kyiv said the enemy had shelled Lyman.", ["asserts"]),
    ],
)
def test_a_denial_names_the_record_that_it_answers(text: str, expected: list[str]) -> None:
    found = []
    for claim in claims(text):
        answered = f" -> {int(claim.responds_to.split('#')[1])}" if claim.responds_to else ""
        found.append(claim.stance + answered)
    assert found == expected


def test_a_denial_shares_the_words_of_what_it_denies() -> None:
    claim, denial = claims("The ministry denied Wagner's claim that it had lost the town hall.")
    assert claim.text == denial.text == "it had lost the town hall"
    assert (claim.source.name, denial.source.name) == ("Wagner Group", "ministry")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv denied that its troops had left Siversk.", "denies: denied"),
        ("“We will hold Siversk,” said Volodymyr Zelensky.", "intends: will"),
        ("Reuters could not verify that the town had fallen.", "doubts: could not verify"),
        ("The governor said residents must leave Pokrovsk.", "demands: must"),
        ("Kyiv said the enemy may have left Lyman.", "asserts ?: may have"),
        (
            "The institute said Russian forces will probably attack Lyman.",
            "predicts ?: will, probably",
        ),
        ("The governor said three shells fell on Lyman.", "asserts: "),
    ],
)
def test_a_stance_names_the_words_that_gave_it(text: str, expected: str) -> None:
    (claim,) = claims(text)
    words = ", ".join(cue.text for cue in claim.stance_cues)
    assert f"{claim.stance}{' ?' if claim.hedged else ''}: {words}" == expected
    for cue in claim.stance_cues:
        assert (TITLE + text)[slice(*cue.span)] == cue.text


def test_the_parties_of_what_is_denied_are_those_of_the_claim() -> None:
    claim, denial = claims("Moscow said its troops had captured Siversk. Kyiv denied this.")
    assert denial.source.side == "ukraine"
    assert denial.event == claim.event
    assert claim.event.initiator is not None
    assert claim.event.initiator.side == "russia"


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed nine people, a medic said, asking not to be named.",
        "An officer, who spoke on condition of anonymity, said the hill was lost.",
        "A senior official said on condition of anonymity that the brigade had left Selydove.",
        "A doctor, who declined to be identified, said the ward was full.",
    ],
)
def test_a_wish_not_to_be_named_is_no_claim(text: str) -> None:
    (claim,) = claims(text)
    assert claim.stance == "asserts"
    assert claim.source.kind == "unnamed"
    assert not set(claim.text.split()) & {"named", "anonymity", "identified"}


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Kyiv blamed the strike on Russia.", "russia"),
        ("Kyiv blamed the strike on the station in Kharkiv on Russian forces.", "russia"),
        ("Kyiv attributed the strike to Russian forces.", "russia"),
        ("Kyiv blamed Russia for the strike on Kharkiv.", "russia"),
        ("Moscow blamed the shelling of Donetsk on Ukrainian forces.", "ukraine"),
        ("Kyiv blamed the explosion on a gas leak.", None),
    ],
)
def test_whoever_is_blamed_for_a_deed_did_it_and_does_not_suffer_it(
    text: str, initiator: str | None
) -> None:
    (claim,) = claims(text)
    assert (claim.event.initiator and claim.event.initiator.side) == initiator
    assert claim.event.target is None
    assert claim.event.role("kind") == ("blame" if initiator else None)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("two were killed and ten hurt in Kaya", "two were killed| and ten hurt in Kaya"),
        ("two were killed, damaging homes in Kaya", "two were killed|"),
        ("two were killed in a raid, but Kaya held", "two were killed| in a raid, "),
    ],
)
def test_a_place_is_looked_for_up_to_the_next_clause(text: str, near: str) -> None:
    content = ((0, len("two were killed")),)
    spans = before_next_clause(text, content, ((0, len(text)),))
    assert "|".join(text[start:end] for start, end in spans) == near


def test_a_clause_that_names_a_place_nobody_knows_takes_no_other() -> None:
    first, second = claims(
        "Russia's army said it had hit a depot in Odesa and struck a bridge near Bvorgheim."
    )
    assert [[p.name for p in c.places] for c in (first, second)] == [["Odesa"], ["Bvorgheim"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hamas struck the depot, which according to the mayor killed nine people, while the"
            " Israeli army said two soldiers died.",
            [
                "mayor | unknown | asserts | Hamas struck the depot, which … killed nine people",
                "Israel Defense Forces | israel | asserts | two soldiers died",
            ],
        ),
        (
            "Reuters could not verify the losses at the mill, which the Israeli army said was"
            " used as a Hamas base.",
            [
                "Reuters | independent | doubts | the losses at the mill",
                "Israel Defense Forces | israel | asserts | was used as a Hamas base",
            ],
        ),
        (
            "The mayor said the mill, which the Israeli army said was a base, had been shelled.",
            [
                "mayor | unknown | asserts | the mill … had been shelled",
                "Israel Defense Forces | israel | asserts | was a base",
            ],
        ),
    ],
)
def test_what_another_source_says_in_its_own_clause_is_its_own(
    text: str, expected: list[str]
) -> None:
    assert lines(text) == expected


def test_quotation_marks_that_were_lost_cost_no_article() -> None:
    text = (
        'The agency says, "the mill, which lies just o"but the town has remained safe for'
        ' all of the men there".'
    )
    assert [claim.source.name for claim in claims(text)] == ["agency"]


def test_a_claim_without_a_subject_has_the_time_of_the_clause_it_hangs_on() -> None:
    text = "On 5 May 2023 rebels shelled the port of Odesa, killing two sailors."
    record = extract(text, ArticleInfo("a", "0" * 64, "a.txt", published="2023-05-20"))
    assert [claim.time.earliest for claim in record.events] == ["2023-05-05", "2023-05-05"]


@pytest.mark.parametrize(
    ("text", "narrated"),
    [
        # beside somebody's words, below them or above them
        (
            "Warplanes bombed the port of Odesa, and Belarus has said it would gladly send troops.",
            ["Warplanes bombed the port of Odesa"],
        ),
        (
            "The army has shelled the port of Odesa which residents said had been evacuated.",
            ["The army has shelled the port of Odesa"],
        ),
        (
            "The army, which captured Lyman in May, said it had lost nobody.",
            ["which captured Lyman in May"],
        ),
        ("The man, who had fled from Lyman, said the bridge was down.", []),
        ("Kyiv denied the raid, pointing to a buildup of Russian troops at the border.", []),
    ],
)
def test_what_the_article_tells_beside_the_words_of_others(text: str, narrated: list[str]) -> None:
    claims = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events
    assert [c.text for c in claims if c.source.kind == "narrator"] == narrated


def test_what_somebody_denies_ends_before_what_they_say_next() -> None:
    text = "Kigali denies arming the raiders, but last week admitted that it has troops there."
    claims = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events
    assert [c.text for c in claims if c.stance == "denies"] == ["arming the raiders"]


def test_two_sentences_around_a_cue_are_two_claims() -> None:
    text = "“Rebels shelled the port,” he wrote on Monday. “The army burned the mill,” he added."
    claims = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events
    assert [c.text for c in claims] == ["Rebels shelled the port", "The army burned the mill"]


def test_who_tells_may_stand_last():
    text = "The plane made two passes and dropped bombs, said the rescue worker."
    (claim,) = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events
    assert (claim.source.name, claim.text) == (
        "rescue worker",
        "The plane made two passes and dropped bombs",
    )


def test_who_denies_says_what_the_parser_hangs_on_the_denied():
    text = "The army denied that the airport had fallen and said that its troops had left Sake."
    claims = extract(text, ArticleInfo("a", "0" * 64, "a.txt")).events
    assert [(c.source.name, c.stance) for c in claims] == [("army", "denies"), ("army", "asserts")]


def test_what_a_relative_clause_tells_of_a_dated_attack_was_on_its_day() -> None:
    text = "Troops moved in after the rebels' January 7 attacks, which killed 40 people."
    first, second = claims(text)
    assert (first.time.earliest, first.time.latest) == ("2024-01-07", None)
    assert (second.time.earliest, second.time.latest) == ("2024-01-07", "2024-01-07")
