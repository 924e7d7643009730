"""Time expressions: found, resolved against the publication date, never invented."""

import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from counterclaim.extraction.times import annotate_times, event_time, find_times, said_time
from counterclaim.knowledge.load import read_yaml
from counterclaim.records.model import TIME_PRECISIONS, Time
from counterclaim.resources import data_path, schema_path

WEDNESDAY = "2023-01-25"


def meant(text, published=WEDNESDAY):
    """Text, value, earliest, latest of the first expression."""
    t = find_times(text, published)[0]
    return t.text, t.value, t.earliest, t.latest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Two bridges were hit on Wednesday.", "Wednesday", "2023-01-25"),
        ("Two bridges were hit on Thursday.", "Thursday", "2023-01-19"),
        ("The convoy will leave on Friday.", "Friday", "2023-01-27"),
        ("The garrison spoke by radio on Tuesday evening.", "Tuesday evening", "2023-01-24TEV"),
        ("Drones were seen early Monday.", "early Monday", "2023-01-23"),
        ("The depot burned last Friday.", "last Friday", "2023-01-20"),
        ("Talks are to resume next Monday.", "next Monday", "2023-01-30"),
        ("They counted the dead yesterday.", "yesterday", "2023-01-24"),
        ("The mayor spoke this morning.", "this morning", "2023-01-25TMO"),
        ("Sirens sounded last night.", "last night", "2023-01-24TNI"),
        ("The pass fell last week.", "last week", "2023-W03"),
        ("The line broke last month.", "last month", "2022-12"),
        ("The line broke last September.", "last September", "2022-09"),
        ("The line broke in September.", "September", "2022-09"),
        ("In March they took the hill.", "March", "2022-03"),
        ("The bridge will open in March.", "March", "2023-03"),
        ("It fell on 3 January.", "3 January", "2023-01-03"),
        ("It fell on December 28.", "December 28", "2022-12-28"),
        ("It fell on 24 February 2022.", "24 February 2022", "2022-02-24"),
        ("It fell on Thursday, March 3, 2022.", "Thursday, March 3, 2022", "2022-03-03"),
        ("It fell on the 19th of October 1950.", "the 19th of October 1950", "1950-10-19"),
        ("It fell on 24.02.2022.", "24.02.2022", "2022-02-24"),
        ("They left two weeks ago.", "two weeks ago", "2023-W02"),
        ("They left three months ago.", "three months ago", "2022-10"),
        ("They left four days ago.", "four days ago", "2023-01-21"),
        ("Villages emptied in the 1990s.", "the 1990s", "199"),
        ("Fields were mined in the summer of 2014.", "the summer of 2014", "2014-SU"),
        ("Output fell in the third quarter of 2022.", "the third quarter of 2022", "2022-Q3"),
        ("Mortars opened up at 6:15 p.m. on Tuesday.", "6:15 p.m. on Tuesday", "2023-01-24T18:15"),
        ("A blast came at 04:30 GMT today.", "04:30 GMT today", "2023-01-25T04:30Z"),
        ("They slept all the night of 9 May 1952.", "the night of 9 May 1952", "1952-05-09TNI"),
        ("They rested on Christmas Day.", "Christmas Day", "2022-12-25"),
    ],
)
def test_dates_take_their_value_from_the_publication_date(text, words, value):
    assert meant(text)[:2] == (words, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The siege went on for more than nine months.", "P9M"),
        ("After an 18-month siege they left.", "P18M"),
        ("It burned for two and a half hours.", "PT2.5H"),
        ("It burned for a few days.", "PXD"),
        ("It burned for three weeks.", "P3W"),
    ],
)
def test_a_length_of_time_is_a_duration_without_an_interval(text, value):
    found = find_times(text, WEDNESDAY)
    assert [(t.type, t.value, t.earliest, t.latest) for t in found] == [
        ("DURATION", value, None, None)
    ]


@pytest.mark.parametrize(
    ("text", "published", "earliest", "latest"),
    [
        ("The town was attacked since the summer.", WEDNESDAY, "2022-06", None),
        ("They broke in in early January.", WEDNESDAY, "2023-01-01", "2023-01-10"),
        ("They broke in in mid-January.", WEDNESDAY, "2023-01-11", "2023-01-20"),
        ("They broke in in late December.", WEDNESDAY, "2022-12-21", "2022-12-31"),
        ("Heavy losses were seen in recent months.", WEDNESDAY, "2022-10", "2023-01"),
        ("Shelling grew in recent days.", WEDNESDAY, "2023-01-22", "2023-01-25"),
        ("Raids were repelled over the last 24 hours.", WEDNESDAY, "2023-01-24", "2023-01-25"),
        ("They moved over the past 11 months.", "2024-09-10", "2023-10", "2024-09"),
        ("They moved over the last week.", WEDNESDAY, "2023-01-18", "2023-01-25"),
        ("Gains were made over the weekend.", "2023-01-27", "2023-01-21", "2023-01-22"),
        ("Three died in an overnight raid.", WEDNESDAY, "2023-01-24", "2023-01-25"),
        ("Three died overnight into Sunday.", WEDNESDAY, "2023-01-21", "2023-01-22"),
        ("He resigned earlier this week.", "2023-01-27", "2023-01-23", "2023-01-26"),
        ("The valley was split since mid-2012.", "2016-07-10", "2012-05", None),
        ("The bridge stood before March 2022.", WEDNESDAY, None, "2022-02"),
        ("By Saturday the soldiers were at the river.", WEDNESDAY, None, "2023-01-21"),
        ("The fight goes on after the town was cut off in 2014.", WEDNESDAY, "2014", "2014"),
        ("He crossed the field a few weeks ago.", "2023-05-07", "2023-03", "2023-04"),
        ("It was shelled overnight on Tuesday.", WEDNESDAY, "2023-01-24", "2023-01-25"),
        ("It was hit on the night of January 13-14.", WEDNESDAY, "2023-01-13", "2023-01-14"),
        ("They moved in the second half of December.", WEDNESDAY, "2022-12-16", "2022-12-31"),
        ("They moved in the week of January 9.", WEDNESDAY, "2023-01-09", "2023-01-15"),
        ("They moved in the last week of December.", WEDNESDAY, "2022-12-25", "2022-12-31"),
        ("By the end of the year they had lost it.", WEDNESDAY, None, "2022-12"),
        ("It grew since the beginning of the year.", WEDNESDAY, "2023-01", None),
        ("The port has been shut for eleven months.", WEDNESDAY, "2022-02", "2023-01-25"),
        ("Kyiv has had no rest since the war began.", WEDNESDAY, "2022-02-24", None),
        ("Gaza fled in the opening weeks of the war.", "2024-09-10", "2023-10-07", "2023-11-10"),
        ("They were counted this month.", WEDNESDAY, "2023-01", "2023-01"),
        ("It was the 336th day of the war in Ukraine.", WEDNESDAY, "2023-01-25", "2023-01-25"),
        ("Since Russia sent its army in February 2022 it never slept.", WEDNESDAY, "2022-02", None),
    ],
)
def test_intervals_say_what_the_words_allow(text, published, earliest, latest):
    found = [t for t in find_times(text, published) if t.earliest or t.latest]
    assert [(t.earliest, t.latest) for t in found] == [(earliest, latest)]


def test_a_relative_day_leans_on_the_day_named_before():
    found = find_times("On 12 January the road was cut. Two days earlier it was open.", WEDNESDAY)
    assert [t.value for t in found] == ["2023-01-12", "2023-01-10"]
    found = find_times("It fell on 12 January 2023; the next day they fled.", WEDNESDAY)
    assert [t.value for t in found] == ["2023-01-12", "2023-01-13"]


@pytest.mark.parametrize(
    "text",
    [
        "They may march until they fall, a second guide said.",
        "The hill is 2022 metres high.",
        "The fall of the old town came as no surprise.",
        "After the fall of the fort nobody stayed.",
        "Theresa May and Admiral March met.",
        "Some 2014 soldiers stood there.",
        "The 93rd Brigade held Hill 104.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text):
    assert find_times(text, WEDNESDAY) == []


def test_a_date_does_not_swallow_the_number_behind_it():
    found = find_times("By 25 January, 18,000 had left.", WEDNESDAY)
    assert [(t.text, t.value) for t in found] == [("25 January", "2023-01-25")]


@pytest.mark.parametrize(
    "text",
    [
        "It fell on Tuesday.",
        "It fell yesterday.",
        "It fell in September.",
        "It fell last week.",
        "It fell on 12 May.",
        "It fell in recent months.",
        "It was shelled overnight.",
        "It was hit two weeks ago.",
        "It was taken over the weekend.",
        "It was attacked since the summer.",
    ],
)
def test_without_a_publication_date_nothing_is_resolved(text):
    found = find_times(text, None)
    assert len(found) == 1
    assert (found[0].earliest, found[0].latest, found[0].precision) == (None, None, None)


def test_a_text_about_two_wars_counts_no_days_of_either():
    text = "On day 336 of the war in Ukraine, and with Gaza burning, they met."
    assert meant(text, "2024-01-25") == ("day 336 of the war", "XXXX-XX-XX", None, None)


def test_a_time_of_day_without_a_day_gives_no_day():
    (time,) = find_times("Two shells fell at 12:30.", WEDNESDAY)
    assert (time.earliest, time.latest) == (None, None)
    found = find_times("On Monday two shells fell, the first at 12:30.", WEDNESDAY)
    assert found[1].value == "2023-01-23T12:30"
    assert found[1].earliest == "2023-01-23"


def test_a_weekday_may_lean_on_the_day_named_before():
    assert meant("He died the following Monday.")[1:] == ("XXXX-WXX-1", None, None)
    found = find_times("It fell on 12 January; he died the following Monday.", WEDNESDAY)
    assert found[1].value == "2023-01-16"


@pytest.mark.parametrize(
    "text", ["On February 10 and 30 it fell.", "It fell 9000 years ago.", "300 decades ago"]
)
def test_dates_beyond_the_calendar_are_no_dates(text):
    for time in find_times(text, WEDNESDAY):
        assert time.earliest is None or time.earliest <= WEDNESDAY or time.earliest == "2023-02-10"


def test_a_named_weekday_decides_the_year():
    assert meant("An editorial of Saturday, April 25, said so.", "1998-04-24")[1] == "1998-04-25"


def test_what_is_expected_lies_ahead():
    assert meant("The work is expected to be finished in December.", "2023-11-02")[1] == "2023-12"
    assert meant("The work was finished in December.", "2023-11-02")[1] == "2022-12"


def test_a_chronicle_counts_from_the_date_named_before():
    text = "\n".join(f"In {year} the league met at the lake." for year in range(1901, 1912))
    found = find_times(f"{text}\nIn May 1912 it split. In July it died; five days later", WEDNESDAY)
    assert [t.value for t in found[-3:]] == ["1912-05", "1912-07", "XXXX-XX-XX"]


def test_without_a_publication_date_full_dates_still_count():
    assert meant("It fell on 24 February 2022.", None)[1:] == (
        "2022-02-24",
        "2022-02-24",
        "2022-02-24",
    )


def test_an_ambiguous_numeric_date_gives_no_day():
    assert meant("Dated 3/4/2022.")[2:] == (None, None)
    assert meant("Dated 23/4/2022.")[2:] == ("2022-04-23", "2022-04-23")


def test_repeated_times_are_sets():
    found = find_times("The list comes out daily and they meet every Tuesday.", WEDNESDAY)
    assert [(t.type, t.value) for t in found] == [("SET", "P1D"), ("SET", "XXXX-WXX-2")]


def test_a_lost_apostrophe_does_not_make_a_day_a_habit():
    assert meant("Survivors of Saturdays attack spoke.")[1] == "2023-01-21"


def test_the_article_tells_which_event_time_is_meant():
    text = "The mayor said on Tuesday that the fort had fallen on 12 January after a week."
    times = find_times(text, WEDNESDAY)
    start = text.index("the fort")
    spans = ((start, len(text)),)
    assert event_time(text, times, spans) == Time(
        "12 January", (text.index("12"), text.index(" after")), "2023-01-12", "2023-01-12", "day"
    )
    assert said_time(times, [(0, start)]) == "2023-01-24"
    assert said_time(times, [(start, len(text))]) == "2023-01-12"


def test_two_joined_dates_make_one_stretch():
    text = "The village was shelled from Monday to Wednesday."
    time = event_time(text, find_times(text, "2023-01-27"), ((0, len(text)),))
    assert (time.mention, time.earliest, time.latest) == (
        "Monday to Wednesday",
        "2023-01-23",
        "2023-01-25",
    )


def test_words_without_a_date_are_kept_without_an_interval():
    text = "The village has been held for many months."
    time = event_time(text, find_times(text, WEDNESDAY), ((0, len(text)),))
    assert (time.mention, time.earliest, time.latest, time.precision) == (
        "many months",
        None,
        None,
        None,
    )
    assert event_time(text, [], ((0, 5),)) == Time()


def test_spans_slice_to_the_words_even_where_lower_case_is_longer():
    text = "İstanbul’da, on Tuesday, they met; İzmir agreed on 3 May 2022."
    for t in find_times(text, WEDNESDAY):
        assert text[t.start : t.end] == t.text
    assert [t.text for t in find_times(text, WEDNESDAY)] == ["Tuesday", "3 May 2022"]


def test_precisions_are_those_of_the_records():
    text = (
        "At 6 a.m. on Tuesday, in May 2022, in the summer of 2022, in 2021, in the 1990s, since "
        "2014, over the weekend and on Monday they met."
    )
    found = {t.precision for t in find_times(text, WEDNESDAY)}
    assert found == {"time", "month", "season", "year", "decade", "open", "range", "day"}
    assert found <= set(TIME_PRECISIONS)


def test_annotations_are_plain_timex3():
    assert annotate_times("They left last week.", WEDNESDAY) == [
        {"start": 10, "end": 19, "type": "DATE", "value": "2023-W03"}
    ]


@pytest.mark.parametrize(
    "name", ["names", "vague", "holidays", "tense", "wars", "titles", "known_days", "grammar"]
)
def test_the_word_lists_keep_their_schema(name):
    schema = json.loads(schema_path(f"times-{name}.schema.json").read_text("utf-8"))
    data = yaml.safe_load(data_path("times", f"{name}.yaml").read_text("utf-8"))
    if name == "names":
        data = json.loads(json.dumps(data))
    if name == "grammar":  # every scalar but true, false and null is text, as the program reads it
        data = read_yaml(data_path("times", "grammar.yaml"))
    Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Clearing the mines will take the next decade.", None, None),
        ("The brigade will be rebuilt in the coming years.", "2023-06-01", None),
        ("The brigade was rebuilt in the last decade.", "2013-06", "2023-06"),
    ],
)
def test_what_is_to_come_is_given_no_end(text, earliest, latest):
    (timex,) = find_times(text, "2023-06-01")
    assert (timex.earliest, timex.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest"),
    [
        (
            "“They came again yesterday,” she said on Monday.",
            "yesterday",
            "2023-01-22",
            "2023-01-22",
        ),
        ("Speaking on Friday, he said: “Today we left.”", "Today", "2023-01-20", "2023-01-20"),
        (
            "“We hold,” he said on Sunday. “Last night it was quiet.”",
            "Last night",
            "2023-01-21",
            "2023-01-21",
        ),
        (
            "“They came yesterday,” said a nurse who fled on Monday.",
            "yesterday",
            "2023-01-24",
            "2023-01-24",
        ),
        ("“They came yesterday,” she said.", "yesterday", "2023-01-24", "2023-01-24"),
    ],
)
def test_yesterday_counts_from_the_day_of_speaking(text, words, earliest, latest):
    (found,) = [t for t in find_times(text, WEDNESDAY) if t.text == words]
    assert (found.earliest, found.latest) == (earliest, latest)


def test_the_day_of_speaking_dates_yesterday_without_a_publication_date():
    first = find_times("“They came yesterday,” she said on 3 May 2024.", None)[0]
    assert (first.text, first.earliest) == ("yesterday", "2024-05-02")
    first = find_times("“They came yesterday,” she said on Monday.", None)[0]
    assert (first.text, first.earliest) == ("yesterday", None)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Message 241530ZJAN23 was read.", "2023-01-26", "2023-01-24T15:30Z"),
        ("Message 241530Z JAN 23 was read.", None, "2023-01-24T15:30Z"),
        ("D+10: the brigade near Kyiv is at half strength.", "2022-03-07", "2022-03-06"),
        ("D+10: the brigade is at half strength.", "2022-03-07", "XXXX-XX-XX"),
        ("The mill in Gaza was shut after the October 7 attack.", "2025-01-10", "2023-10-07"),
        ("The mill in Turin was shut after the October 7 attack.", "2025-01-10", "2024-10-07"),
        ("A concert in Kyiv marked Independence Day.", "2022-08-26", "2022-08-24"),
        ("A concert in Oslo marked Independence Day.", "2022-08-26", "XXXX-XX-XX"),
        ("The truce for Orthodox Easter did not hold.", "2022-04-26", "2022-04-24"),
        ("The mill burned two days after 14 January.", WEDNESDAY, "2023-01-16"),
        ("On the 14th the mill burned.", WEDNESDAY, "2023-01-14"),
        ("On Monday of last week the mill burned.", WEDNESDAY, "2023-01-16"),
    ],
)
def test_days_that_need_more_than_a_calendar(text, published, value):
    assert find_times(text, published)[0].value == value


@pytest.mark.parametrize(
    "text",
    [
        "He compared it with Bloody Sunday.",
        "The Sunday Times saw the mill.",
        "Russia Today said the mill stood.",
        "A shell hit 8 March Street.",
        "Message 312560ZFEB23 was garbled.",
        "They met on the 14th floor.",
    ],
)
def test_names_that_hold_a_word_of_time_are_no_time(text):
    assert find_times(text, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The mill burned before dawn on Friday.", "2023-01-20", "2023-01-20"),
        ("The mill stood before the end of December.", None, "2022-12-31"),
        ("The mill stood idle after 10 January.", "2023-01-10", None),
        ("The mill burned shortly after 10 a.m. on Friday.", "2023-01-20", "2023-01-20"),
        ("As of Monday the mill stood.", "2023-01-23", "2023-01-23"),
        ("The mill burned at the end of the summer.", "2022-08", "2022-08"),
        ("Beginning in October the mill was shelled.", "2022-10", None),
    ],
)
def test_prepositions_open_intervals_and_clock_times_do_not(text, earliest, latest):
    (found,) = find_times(text, WEDNESDAY)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The army had been trying to take Mallah for two years.", "2021-01", "2023-01-25"),
        ("The town has been under fire for many months.", None, None),
        ("Many have died since the start of the offensive eight days ago.", "2023-01-17", None),
        ("The offensive began eight days ago.", "2023-01-17", "2023-01-17"),
        ("The town was held for two years.", None, None),
        ("Thousands have died since the 2021 coup.", "2021", None),
    ],
)
def test_what_lasts_until_the_day_of_publication(text, earliest, latest):
    (timex,) = find_times(text, "2023-01-25")
    assert (timex.earliest, timex.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Earlier in the week two bridges fell.", "2023-01-23", "2023-01-25"),
        ("A bridge fell at the beginning of the week.", "2023-01-23", "2023-01-25"),
        ("Three bridges fell during the week.", "2023-01-23", "2023-01-25"),
        ("Shells have been falling since the morning.", "2023-01-25", None),
        ("Since the beginning of the day there were 57 attacks.", "2023-01-25", None),
        ("It was hit for a third consecutive night.", "2023-01-23", "2023-01-25"),
        ("On Sunday it was hit for the second day in a row.", "2023-01-22", "2023-01-22"),
        ("As of press time nobody had been found.", "2023-01-25", "2023-01-25"),
        ("They have fought for days around the pass.", "2023-01-22", "2023-01-25"),
        ("They moved in following the rebels' January 7 raids.", "2023-01-07", None),
        ("The office on Saturday vowing it will answer.", "2023-01-21", "2023-01-21"),
    ],
)
def test_what_leans_on_the_day_of_publication(text, earliest, latest):
    time = event_time(text, find_times(text, WEDNESDAY), ((0, len(text)),))
    assert (time.earliest, time.latest) == (earliest, latest)


def test_a_report_that_came_out_late_was_written_on_the_latest_day_that_it_names():
    text = (
        "Two people were killed on Saturday, doctors of the district hospital said, and many more"
        " were brought in from the villages along the river, where houses had burned for hours and"
        " the only road was cut.\n\nThe army said: “Overnight, our aircraft struck a depot.”"
    )
    overnight = next(t for t in find_times(text, WEDNESDAY) if t.text == "Overnight")
    assert (overnight.earliest, overnight.latest) == ("2023-01-20", "2023-01-21")


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        (
            "He vowed to take Kaya before the end of the month.",
            "the end of the month",
            (None, "2023-01-31"),
        ),
        ("The lorries are to start this week.", "this week", ("2023-01-23", "2023-01-29")),
        ("Since 09:15 the enemy has shelled Kaya.", "09:15", ("2023-01-25", None)),
        ("The day before, on 20 January, he left.", "The day before", ("2023-01-20", "2023-01-20")),
    ],
)
def test_deadlines_verbs_and_days_named_twice(text, words, interval):
    found = find_times(text, WEDNESDAY)[0]
    assert (found.text, (found.earliest, found.latest)) == (words, interval)


def test_the_future_of_something_is_no_time():
    assert find_times("The future of the truce is open.", WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 3 May 2021 rebels entered Kaya. On 9 May they left.", "2021-05-09"),
        ("The battle of Kaya (2021)\nThe rebels left on May 9.", "2021-05-09"),
        ("On Monday, 3 May 2021, rebels entered Kaya. On 9 May they left.", "2021-05-09"),
        # news of these days, or of more than one year
        ("Rebels took Kaya in 2021, he said on Monday. On 9 May they left.", "2022-05-09"),
        ("Losses since 3 May 2021. On 9 May rebels left Kaya.", "2022-05-09"),
        ("On 3 May 2021 rebels entered Kaya, held since 2015. On 9 May they left.", "2022-05-09"),
    ],
)
def test_a_text_of_a_past_year_has_its_days_in_that_year(text, day):
    assert find_times(text, WEDNESDAY)[-1].earliest == day
