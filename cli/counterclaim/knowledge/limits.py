"""The numbers that the reading of a text decides by, typed: read from data/extraction/."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of thresholds.yaml, where each has its reason and its unit."""

    fewest_words_of_a_language: int
    least_function_words: float
    clause_words: int
    voiced_share: float
    nested_share: float
    opener_words: int
    joint_words: int
    item_words: int
    relative_share: float
    proposition_words: int
    sentence_words: int
    speech_size: int
    subject_reach: int
    depth_of: float
    depth_deep: float
    spoke: float
    fits: float
    silent: float
    person_reach: float
    body_reach: float
    remembered: int
    namesakes: int
    several_reach: float
    subject: float
    same_gender: float
    again: float
    again_said: float
    again_most: int
    named: float
    specificity: float
    weak: float
    wrapping: float
    far: float
    other_edge: float
    passing: float
    cause: float
    attribute: float
    second_top: float
    clause_behind: float
    head_reach: float
    early_reach: int
    particle_reach: int
    front_town: int
    candidates: int
    scene_sentences: int
    main_country: float
    main_country_least: int
    event_paragraphs: int
    main_place: float
    main_place_least: int
    small: int
    large: int
    abroad: int
    big: int
    close_score: float
    apart_km: float
    explicit: float
    of_country: float
    of_country_most: float
    country_again: float
    country_again_most: float
    coherent: float
    coherent_most: float
    of_region: float
    of_region_most: float
    near: float
    near_most: float
    beside_most: float
    near_km: float
    beside_km: float
    enough_near: int
    told_of: int
    senses: int
    rank_lead: float
    name_words: int
    far_larger: int
    unknown_words: int
    looked_back: int
    village_most: int
    town_most: int
    city_least: int
    office_before: int
    office_behind: int
    called_reach: int
    owner_before: int
    owner_behind: int
    scope_reach: int
    lead_in: int
    more_reach: int
    running_days: int
    fate_before: int
    fate_behind: int
    fate_over: int
    toll_reach: int
    name_reach: int
    list_reach: int
    qualifier_reach: int
    flight_reach: int
    tense_before: int
    tense_behind: int
    lasting_before: int
    known_days: int
    old_least: int
    old_share: float
    old_spread: int
    old_to_leaning: int
    year_least: int
    year_least_led: int
    year_most: int
    year_most_led: int
    span_most: int
    lead_least: int
    late_most: int
    in_a_row_most: int
    steps_most: int
    opening_reach: int
    day_reach: int
    war_day_reach: int
    edges: dict[str, float]


@cache
def limits() -> Limits:
    """The numbers, read once.

    >>> limits().edges["obj"] < limits().edges["obl"]
    True
    """
    groups = read_yaml(data_path("extraction", "thresholds.yaml"))
    edges = {relation: float(cost) for relation, cost in groups.pop("edges").items()}
    flat = {name: value for group in groups.values() for name, value in group.items()}
    numbers = {name: int(v) if v.isdecimal() else float(v) for name, v in flat.items()}
    return Limits(**numbers, edges=edges)  # type: ignore[arg-type]
