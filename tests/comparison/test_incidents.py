"""Claims of one happening: what binds them, and what they are to each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from comparison.small_world import article, claim, number
from counterclaim.comparison import compare_claims
from counterclaim.comparison.gathering import find_entries, prepare
from counterclaim.comparison.incidents.candidates import find_candidates
from counterclaim.comparison.prepared.claim import prepare_claims, units_of
from counterclaim.comparison.prepared.words import find_common

REFINERY = "drones set the oil refinery ablaze"
BURNS = "a fire broke out at the refinery after drones fell"


def label(found):
    return (found.relation, found.axis) if found else None


def prepared(world, *records):
    entries = [entry for record in records for entry in find_entries(record, world)]
    return prepare(prepare_claims(entries, world), world)


def test_rare_words_weigh_more_than_common_ones(world):
    ours = claim("Kyiv", "drone_attack", REFINERY)
    theirs = claim("locals", "explosion", BURNS)
    other = claim("locals", "explosion", "drones killed troops after an attack")
    a, b, c = prepared(world, article(ours, theirs, other))
    assert find_common(a, b, world.rules).words == ("dron", "refiner")
    assert find_common(a, b, world.rules).rare
    assert not find_common(a, c, world.rules).rare


def test_a_strike_and_what_came_of_it_are_one_happening_across_articles(relation):
    ours = claim("Kyiv", "drone_attack", REFINERY, by="Ukraine")
    found = relation(ours, claim("locals", "infrastructure_damage", BURNS), apart=True)
    assert (label(found), found.strength) == (("agrees", "incident"), "strong")
    assert "refiner" in found.incident


def test_what_is_shown_to_be_of_two_places_or_days_is_not_one_happening(relation):
    ours = claim("Kyiv", "drone_attack", REFINERY, when="2023-03-01")
    there = claim("locals", "explosion", BURNS, at="Mala", when="2023-03-01")
    later = claim("locals", "explosion", "drones hit a depot", when="2023-02-20")
    assert relation(ours, there, apart=True) is None
    assert relation(ours, later, apart=True) is None


def test_two_units_of_one_army_do_two_deeds(relation):
    ours = claim("Moscow", "attack_repelled", "Battlegroup Sever beat off six attacks", by="Russia")
    other = claim("Moscow", "attack_repelled", "Battlegroup Yug beat off six attacks", by="Russia")
    assert relation(ours, other) is None
    heads = ("battlegroup", "brigade", "direction")
    assert units_of("the 3rd Brigade and Battlegroup Yug", heads) == {"3rd", "yug"}
    assert not units_of("The brigade held", heads)


@pytest.mark.parametrize("holder", [None, "militants"])
def test_an_unknown_holder_is_nobody_s_concession(relation, holder):
    ours = claim("Moscow", "control", "his forces hold the town", by=holder)
    theirs = claim("Kyiv", "control", "government forces hold the town", by="extremists")
    found = relation(ours, theirs, apart=True)
    assert found is None or found.relation == "compatible"


def test_each_says_that_the_other_began(relation):
    ours = claim("Moscow", "attack", "they opened fire first near Velyka", by="Ukraine")
    theirs = claim("Kyiv", "attack", "Moscow's troops opened fire first", by="Russia")
    assert label(relation(ours, theirs, apart=True)) == ("mutual_blame", "agent")


def test_swapped_parties_never_agree(relation):
    ours = claim("Moscow", "attack", "they fired at us", by="Ukraine", on="Russia")
    theirs = claim("Kyiv", "attack", "they fired at us", by="Russia", on="Ukraine")
    found = relation(ours, theirs)
    assert found is None or found.relation not in ("agrees", "concedes")


def test_silence_is_no_nought(relation):
    lost = claim(
        "Moscow",
        "casualties",
        "192 soldiers were killed",
        on="Ukraine",
        numbers=[number("killed", 192, 192, "192 soldiers")],
    )
    silent = claim("narrator", "casualties", "Kyiv did not disclose its losses", negated=True)
    assert relation(lost, silent) is None


def test_a_bare_denial_answers_who_accuses_the_denier(relation):
    told = claim("locals", "atrocity", "fighters shot prisoners at the reservoir", by="Russia")
    bare = claim("Moscow", "statement", "any violations", stance="denies", at=None)
    other = claim("locals", "atrocity", "men shot prisoners at the reservoir", by="Ukraine")
    assert label(relation(told, bare))[0] in ("contradicts", "tension")
    assert relation(other, bare) is None


def test_who_is_named_as_the_doer_denies_the_deed_whatever_it_is_called(relation):
    blamed = claim("Kyiv", "attack", "Moscow is responsible for this", by="Russia")
    denied = claim("Moscow", "air_strike", "it was behind the deadly raid", stance="denies")
    assert label(relation(blamed, denied)) == ("contradicts", "occurrence")
    other = claim("Kyiv", "attack", "Minsk is responsible for this", by="Ukraine")
    assert relation(other, denied) is None


def test_a_figure_called_a_lie_is_the_one_told_before(relation):
    told = claim("Moscow", "casualties", "the guns had killed 2,000 people", by="Ukraine")
    lie = claim("analysts", "statement", "called the figure a lie", stance="denies", at=None)
    assert label(relation(told, lie))[0] in ("contradicts", "tension")


def test_no_great_harm_is_no_denial_of_a_slight_one(relation):
    slight = claim("locals", "infrastructure_damage", "the mill suffered minor damage")
    great = claim(
        "Kyiv", "infrastructure_damage", "no significant damage to the mill", negated=True
    )
    assert relation(slight, great) is None
    none = claim("Kyiv", "infrastructure_damage", "no damage to the mill", negated=True)
    assert label(relation(slight, none))[0] in ("contradicts", "tension")


def test_the_enemy_has_taken_what_an_attack_on_it_was_beaten_off_from(relation):
    beaten = claim(
        "Kyiv",
        "attack_repelled",
        "an attack on the brickyard was beaten off",
        by="Ukraine",
        on="Russia",
    )
    taken = claim(
        "Moscow", "capture", "our men took the brickyard", by="Russia", object="brickyard"
    )
    found = relation(beaten, taken, apart=True)
    assert found.relation in ("contradicts", "tension")


def test_enemies_name_two_doers_of_one_deed(relation):
    ours = claim("Kyiv", "attack", "militants opened fire on the seminary", by="militants")
    theirs = claim("Moscow", "attack", "soldiers opened fire on the seminary", by="soldiers")
    assert label(relation(ours, theirs)) == ("mutual_blame", "agent")
    same = claim("Moscow", "attack", "gunmen opened fire on the seminary", by="gunmen")
    assert label(relation(ours, same))[0] in ("agrees", "concedes")


def test_rebels_may_be_those_of_a_named_side_but_of_no_state(relation):
    fled = claim("locals", "withdrawal", "the militants have left", by="militants")
    again = claim("analysts", "withdrawal", "the gunmen are leaving", by="gunmen")
    assert label(relation(fled, again, apart=True))[0] in ("agrees", "concedes")
    army = claim("analysts", "withdrawal", "the Russians are leaving", by="Russia")
    found = relation(fled, army, apart=True)
    assert found is None or found.relation == "compatible"


def test_two_deeds_of_a_kind_are_one_only_if_something_says_so(relation):
    here = claim("Moscow", "capture", "our men took the town", by="Russia", when="2023-03-01")
    there = claim(
        "Kyiv", "capture", "they took the town", by="Russia", at="Mala", when="2023-03-01"
    )
    assert relation(here, there) is None
    apart = [
        claim("narrator", "attack", text, by="Russia", spans=((at, at + 30),))
        for text, at in (("they attacked at dawn", 10), ("they attacked in the west", 900))
    ]
    assert relation(*apart) is None or relation(*apart).relation == "compatible"


def test_years_and_days_are_no_rare_words(world):
    ours = claim("Kyiv", "attack", "an attack on 26 February 2023", when="2023-02-26")
    theirs = claim("locals", "fighting", "fighting in 2023, the 26 men said", when="2023-02-26")
    a, b = prepared(
        world, article(replace(ours, time=replace(ours.time, mention="26 February 2023")), theirs)
    )
    assert not find_common(a, b, world.rules).rare


def test_what_is_not_there_is_denied_and_no_fewer_than_nine_is_not(world):
    texts = [
        "no truck had come",
        "there was no road left",
        "no fewer than nine came",
        "a truck came",
    ]
    made = prepared(world, article(*(claim("locals", "supply_line", text) for text in texts)))
    assert [s.negative for s in made] == [True, True, False, False]


def test_who_back_one_ally_tell_of_one_thing_wherever_it_is(relation):
    ours = claim(
        "analysts", "arms_supply", "Russian officers back the Zarya unit", by="Russia", on="Belarus"
    )
    theirs = claim(
        "locals",
        "arms_supply",
        "Russian men are aiding Zarya",
        by="Russia",
        on="Belarus",
        at="Mala",
    )
    assert relation(ours, theirs).relation == "agrees"


def test_of_days_far_apart_in_one_account_nothing_is_at_odds(relation):
    fired = claim("Kyiv", "attack", "they opened fire on the hills", by="Russia", when="2023-01-10")
    quiet = claim(
        "narrator",
        "attack",
        "they did not attack that month",
        by="Russia",
        when="2023-02-20",
        negated=True,
        spans=((2000, 2030),),
    )
    assert relation(fired, quiet) is None
    same = replace(quiet, time=fired.time)
    assert label(relation(fired, same))[0] in ("contradicts", "tension")


def test_clashes_that_merely_break_out_are_at_odds_with_no_defence(relation):
    beaten = claim(
        "Kyiv", "attack_repelled", "the assault was beaten off", by="Ukraine", on="Russia"
    )
    broke_out = claim("locals", "fighting", "clashes erupted")
    found = relation(beaten, broke_out)
    assert found is None or found.relation not in ("contradicts", "tension")


def test_one_or_two_dead_of_whom_enemies_tell_are_each_side_s_own(relation):
    two = [number("killed", 2, 2, "two men")]
    ours = claim("Moscow", "casualties", "two men of the guard were killed", numbers=two)
    theirs = claim("Kyiv", "casualties", "two officers were killed", numbers=two)
    assert relation(ours, theirs) is None


def test_a_denial_meets_what_no_event_type_covers(relation):
    denied = claim(
        "Moscow", "arms_supply", "backing the Zarya rebels", by="Russia", stance="denies"
    )
    told = claim("analysts", "statement", "Russian officers are aiding the Zarya unit")
    assert label(relation(denied, told, apart=True))[0] in ("contradicts", "tension")


def test_an_attack_is_beaten_off_and_goes_on(relation):
    beaten = claim(
        "Kyiv",
        "attack_repelled",
        "the assault on the depot was beaten off",
        by="Ukraine",
        on="Russia",
    )
    goes_on = claim("locals", "fighting", "the assault goes on at the depot")
    found = relation(beaten, goes_on, apart=True)
    assert (label(found), found.strength) == (("tension", "outcome"), "weak")


def test_a_truce_kept_and_an_attack_by_who_keeps_it(relation):
    kept = claim(
        "Moscow", "ceasefire", "we keep the truce", by="Russia", status="kept", at="Ukraine"
    )
    shells = claim("Kyiv", "shelling", "they shelled Velyka", by="Russia")
    assert label(relation(kept, shells)) == ("tension", "activity")


def test_gone_and_still_there(relation):
    gone = claim("Moscow", "withdrawal", "the troops left on Monday", by="Russia")
    there = claim(
        "locals", "deployment", "soldiers remain in the streets", by="Russia", state="present"
    )
    assert label(relation(gone, there)) == ("tension", "direction")


def test_parts_add_up(relation):
    parts = [number("killed", n, n, f"{n} people") for n in (6, 2, 1)]
    whole = claim(
        "Kyiv", "casualties", "nine were killed", numbers=[number("killed", 9, 9, "nine")]
    )
    found = relation(whole, claim("locals", "casualties", "six, two and one", numbers=parts))
    assert label(found) == ("agrees", "quantity")


def test_people_of_a_name_are_among_the_dead(relation):
    staff = number("killed", 9, 9, "nine Relief Aid workers")
    found = relation(
        claim("Kyiv", "casualties", "nine Relief Aid workers died", numbers=[staff]),
        claim("locals", "casualties", "57 people", numbers=[number("killed", 57, 57, "57 people")]),
    )
    assert found.relation == "compatible"


def test_one_source_counts_two_things_in_one_article(relation):
    ours = claim("Kyiv", "casualties", "40 died", numbers=[number("killed", 40, 40, "40")])
    more = claim("Kyiv", "casualties", "90 died", numbers=[number("killed", 90, 90, "90")])
    assert relation(ours, more).relation == "compatible"


def test_a_place_taken_is_still_held_some_days_later(relation):
    held = claim(
        "Moscow", "control", "we hold it all", by="Russia", extent="full", when="2023-02-26"
    )
    later = claim("locals", "fighting", "fighting in the streets", when="2023-03-01")
    assert label(relation(held, later)) == ("contradicts", "territory")


def test_an_account_s_claims_are_of_the_days_it_last_named(relation, world):
    first = claim("locals", "fighting", "clashes began", when="2022-06-01")
    next_ = claim("locals", "casualties", "nobody was hurt", negated=True)
    last = claim(
        "locals",
        "casualties",
        "a shell killed 9",
        when="2023-02-27",
        numbers=[number("killed", 9, 9, "9")],
    )
    record = article(first, next_, last)
    told = {e.claim.id: e.told for e in find_entries(record, world)}
    assert told["gazette#02"] is not None
    assert told["gazette#03"] is None
    assert not [r for r in compare_claims([record], world).relations if r.axis == "quantity"]


def test_speakers_of_one_side_do_not_make_it_agreed(compare):
    ours = claim("Moscow", "fighting", "clashes go on in the streets")
    again = claim("Moscow", "fighting", "clashes in the streets go on", by="Russia")
    spokesman = replace(again, source=replace(again.source, name="a spokesman"))
    found = compare(article(ours, spokesman))
    assert [q.verdict for q in found.questions] == ["one side only"]


def test_likeness_without_a_common_word_makes_no_agreement(compare):
    ours = claim("analysts", "deployment", "tanks were brought up", by="Russia")
    theirs = claim("locals", "deployment", "trenches are being dug", by="Russia", at="Zarichne")
    found = compare(article(ours), article(theirs, name="herald"))
    assert {q.verdict for q in found.questions} == {"compatible"}


def test_candidates_have_a_word_a_story_or_an_article_in_common(world):
    here = claim("Kyiv", "drone_attack", REFINERY)
    there = claim("locals", "explosion", BURNS)
    else_ = claim("locals", "displacement", "people left", at="Mala")
    records = [article(here), article(there, name="herald"), article(else_, name="kurier")]
    found = [(a.id, b.id) for a, b in find_candidates(prepared(world, *records), world)]
    assert found == [("gazette#01", "herald#01")]


def test_of_very_many_claims_each_is_set_beside_so_many_of_other_articles(world):
    things = "refinery cathedral warehouse airfield pipeline mosque turbine reservoir".split()
    told = [
        " ".join(f"{thing}{(i // 3**k) % 3}" for k, thing in enumerate(things)) for i in range(250)
    ]
    records = [
        article(claim("locals", "explosion", text), name=f"a{i:03}") for i, text in enumerate(told)
    ]
    subjects = prepared(world, *records)
    found = Counter(s.id for pair in find_candidates(subjects, world) for s in pair)
    assert max(found.values()) == world.rules.thresholds.neighbours_most
    turned = find_candidates(subjects[::-1], world)
    assert Counter(s.id for pair in turned for s in pair) == found


def test_who_agrees_on_another_happening_is_not_counted(compare):
    here = claim("analysts", "displacement", "shelling drove nine thousand people out of Velyka")
    there = claim("locals", "displacement", "nine thousand people were driven out by shelling")
    wells = claim("analysts", "humanitarian", "wells have run dry since the pumps broke")
    pumps = claim("locals", "humanitarian", "the pumps broke and the wells have run dry")
    found = compare(article(here, wells), article(there, pumps, name="herald"))
    reasons = {q.reason for q in found.questions}
    assert not any(reason.startswith(("3 sources", "4 sources")) for reason in reasons)
    assert any(reason.startswith("both tell of it") for reason in reasons)


def test_silence_that_is_doubted_doubts_nothing(relation):
    told = claim("Moscow", "shelling", "a shell hit the silo")
    silent = claim("narrator", "statement", "no word on injuries", stance="doubts", at=None)
    unsure = claim(
        "narrator", "statement", "no confirmation from officials", stance="doubts", at=None
    )
    assert relation(told, silent) is None
    assert label(relation(told, unsure)) == ("tension", "occurrence")


def test_what_one_side_shot_down_the_other_lost(relation):
    downed = claim("Moscow", "air_defence", "two jets were shot down", by="Russia", on="Ukraine")
    lost = claim(
        "Kyiv", "equipment_loss", "no jets were lost", on="Ukraine", by="Russia", negated=True
    )
    assert label(relation(downed, lost))[0] in ("contradicts", "tension")


def test_government_forces_are_the_state_s_whose_officials_name_them(relation):
    ours = claim("Moscow", "control", "our forces hold the town", by="Russia")
    theirs = claim("Kyiv", "control", "government forces hold the town", by="government")
    assert label(relation(ours, theirs, apart=True)) == ("contradicts", "territory")
    unknown = claim("locals", "control", "government forces hold the town", by="government")
    found = relation(ours, unknown, apart=True)
    assert found is None or found.relation not in ("contradicts", "concedes", "agrees")


def test_who_denies_beside_what_another_side_tells_strains(relation):
    told = claim("Moscow", "encirclement", "it is surrounded", by="Russia", degree="semi")
    denied = claim("Kyiv", "control", "they do not hold a street", by="Russia", negated=True)
    found = relation(told, denied)
    assert (found.relation, found.doubt) == ("tension", "happening")


def test_what_two_days_tell_of_opposed_words_is_news(relation):
    ours = claim("analysts", "statement", "the orchard fighting is over")
    theirs = claim("locals", "statement", "the orchard fighting rages on, fierce as ever")
    days = ("2023-03-01", "2023-03-02")
    assert label(relation(ours, theirs, apart=True, published=days))[0] == "update"
    assert label(relation(ours, theirs)) == ("tension", "words")


def test_a_truce_and_what_happens_in_spite_of_it_strain(relation):
    truce = claim("Moscow", "ceasefire", "a ceasefire was agreed", by="Russia")
    shells = claim("locals", "shelling", "shells fell in spite of the ceasefire", by="Russia")
    assert label(relation(truce, shells)) == ("tension", "activity")
    other = claim("locals", "shelling", "shells fell on the mill", by="Russia")
    found = relation(truce, other)
    assert found is None or found.relation not in ("agrees", "tension")


def test_attacks_that_go_on_without_gain_are_at_odds_with_no_fighting(relation):
    text = "the offensive continued but gained nothing"
    vain = claim("analysts", "attack_repelled", text, on="Russia", outcome="repelled")
    goes_on = claim("Kyiv", "fighting", "fighting continues")
    found = relation(vain, goes_on)
    assert found is None or found.relation != "tension"


def test_what_is_said_to_be_another_is_another(relation):
    ours = claim("Moscow", "explosion", "explosions at a depot", on="Russia")
    theirs = claim("locals", "casualties", "one man died in similar explosions", harm="killed")
    assert relation(ours, theirs) is None


def test_claims_side_by_side_are_of_one_time_whatever_day_was_named_between(relation, world):
    """An account of many months names an older day between two claims that have none."""
    named = claim("narrator", "fighting", "it began", when="2022-11-01")
    ours = toll_of("Kyiv", 4, when=None)
    between = claim("narrator", "fighting", "as in May", when="2022-05-03", at=None)
    theirs = toll_of("Moscow", 23, when=None)
    found = compare_claims([article(named, ours, between, theirs)], world).relations
    assert ("differs_in_number", "quantity") in {(r.relation, r.axis) for r in found}


def toll_of(who, dead, **more):
    figure = number("killed", dead, dead, f"{dead} marines", counted="soldiers")
    return claim(who, "casualties", f"{dead} marines fell", on="Ukraine", numbers=[figure], **more)


def test_a_doubt_about_others_is_none_of_those_told_of(relation):
    dead = claim("locals", "casualties", "the body of a major was found", harm="killed")
    text = "whether other officers had died"
    doubt = claim("Kyiv", "casualties", text, stance="doubts", harm="killed")
    found = relation(dead, doubt)
    assert found is None or found.relation != "tension"
    sources = "the death, for want of other sources"
    doubt = claim("Kyiv", "casualties", sources, stance="doubts", harm="killed")
    assert relation(dead, doubt).relation == "tension"


def test_a_denial_of_one_strike_is_none_of_strikes_in_general(relation):
    denial = claim("Kyiv", "drone_attack", "it was behind the strike", stance="denies",
                   by="Ukraine", when="2023-03-01")  # fmt: skip
    general = claim(
        "analysts", "drone_attack", "both armies strike ever deeper", by="Ukraine", at=None
    )
    found = relation(denial, general, apart=True)
    assert found is None or found.relation != "tension"


def test_a_place_taken_by_whomever_and_battles_that_go_on_strain(relation):
    taken = claim("Moscow", "capture", "our army has taken the town")
    goes_on = claim("Kyiv", "fighting", "battles for the town continue")
    assert label(relation(taken, goes_on)) == ("tension", "territory")
    broke_out = claim("Kyiv", "fighting", "fighting broke out in the town")
    found = relation(taken, broke_out)
    assert found is None or found.relation != "tension"


def test_two_are_said_to_have_burned_one_clinic(relation):
    """Nobody speaks of a deed of his own; enemies shell a town all week, but burn a clinic once."""
    ours = claim("locals", "infrastructure_damage", "gunmen burned the clinic", by="gunmen")
    theirs = claim("analysts", "infrastructure_damage", "soldiers burned the clinic", by="soldiers")
    assert label(relation(ours, theirs)) == ("tension", "agent")
    own = claim("Kyiv", "infrastructure_damage", "we burned the clinic", by="Ukraine")
    found = relation(own, claim("Moscow", "shelling", "we shelled the clinic", by="Russia"))
    assert found is None or found.axis != "agent"
    raid = claim("locals", "attack", "gunmen attacked", by="gunmen")
    found = relation(raid, claim("analysts", "attack", "soldiers attacked", by="soldiers"))
    assert found is None or found.axis != "agent"


def test_who_was_not_there_did_not_do_it(relation):
    shelled = claim("Kyiv", "shelling", "their guns shelled a column", by="Russia")
    absent = {"negated": True, "state": "present"}
    text = "it never had troops in the country"
    never = claim("Moscow", "deployment", text, by="Russia", at="Ukraine", **absent)
    found = relation(shelled, never)
    assert (label(found), found.reason) == (
        ("tension", "occurrence"),
        "shelling: said ⇄ not there",
    )
    other = claim("Minsk", "deployment", text, by="Belarus", at="Ukraine", **absent)
    found = relation(shelled, other)
    assert found is None or found.reason != "shelling: said ⇄ not there"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("it was total nonsense that anyone had fired from the mill", True),
        ("the report of a downed jet is false", True),
        ("the tales of a massacre were pure invented", True),
        ("they were alarmed by a false report", False),
        ("the shells were fake", True),
        ("lies were spread about the raid", False),
    ],
)
def test_what_is_called_untrue_is_denied(world, text, denied):
    said = prepared(world, article(claim("Kyiv", "shelling", text)))[0]
    assert said.negative is denied


def test_a_name_without_a_place_of_its_own_means_what_the_article_means(relation):
    known = toll_of("Kyiv", 28)
    bare = toll_of("Moscow", 54, at=None)
    bare = replace(bare, text="54 marines fell in Velyka")
    assert label(relation(known, bare)) == ("differs_in_number", "quantity")


@pytest.mark.parametrize(
    "text",
    [
        "its officials gave no figure for their dead",
        "the staff did not officially disclose its dead",
    ],
)
def test_silence_agrees_with_nothing(relation, text):
    toll = claim("Kyiv", "casualties", "many of the border guards are dead", harm="killed")
    assert relation(toll, claim("Moscow", "casualties", text, harm="killed")) is None


def test_that_none_were_hurt_is_a_nought_whatever_the_event(relation):
    dead = number("killed", 80, 80, "80 sailors")
    toll = claim("Kyiv", "casualties", "80 sailors died in the strike on the base",
                 numbers=[dead], when="2023-03-01", by="Ukraine", on="Russia")  # fmt: skip
    text = "no sailors were harmed in the strike on the base"
    none = claim("Moscow", "missile_strike", text, by="Ukraine", on="Russia", when="2023-03-01")
    assert relation(toll, none).relation in ("contradicts", "tension")


def test_the_enemy_says_that_a_town_fell_without_saying_to_whom(relation):
    held = claim("Moscow", "control", "it is in full control", by="Russia", extent="full")
    fell = claim("Kyiv", "capture", "the town had fallen", stance="confirms")
    found = relation(held, fell)
    assert (label(found), found.doubt) == (("agrees", "incident"), "party")
    neutral = claim("analysts", "capture", "the town had fallen")
    found = relation(held, neutral)
    assert found is None or found.doubt != "party"


def test_a_denial_right_behind_what_somebody_said_meets_it_whatever_it_is(relation):
    said = claim("locals", "statement", "the grain was carted off in the night", spans=((0, 40),))
    denial = claim("Moscow", "looting", "that its men had stolen anything", stance="denies",
                   by="Russia", spans=((60, 92),))  # fmt: skip
    assert label(relation(said, denial)) == ("tension", "occurrence")
    far = replace(denial, spans=((2060, 2092),))
    assert relation(said, far) is None
    told = claim("narrator", "statement", "the grain is kept in silos", spans=((0, 40),))
    assert relation(told, denial) is None


def test_the_enemy_of_who_took_a_town_says_that_it_is_held(relation):
    taken = claim("Moscow", "capture", "its men have the town", by="Russia")
    held = claim("Kyiv", "control", "the town was under its control")
    assert label(relation(taken, held)) == ("tension", "territory")
    neutral = claim("analysts", "control", "the town was under its control")
    found = relation(taken, neutral)
    assert found is None or found.relation != "tension"
