"""Invented war news to be damaged, and odd values to damage it with."""

from __future__ import annotations

import random

SENTENCES = (
    "Russian forces captured the village of Zelene Pole, Kyiv said on Monday.",
    "“We hold the mill and the road to Orikhiv,” Colonel Ines Varga told reporters.",
    "The Israeli army said its aircraft attacked a depot in Rafah, a claim Hamas denied.",
    "At least 14 people were killed and 37 wounded, the health ministry said.",
    "According to the Russian defence ministry, 2,300 Ukrainian soldiers were lost in two days.",
    "Ukraine’s General Staff denied that its troops had left Bakhmut.",
    "“The enemy – and this is certain – ‘will not pass’,” the governor wrote on Telegram.",
    "The town, which had a population of 70,000 before the war, has no water since 3 May.",
    "Houthi fighters claimed to have shot down three drones over Marib late on Friday.",
    "Neither side’s figures could be verified.",
    "Moscow says the bridge was hit at 02:30; Kyiv says it was not.",
    "The RSF took control of most of Nyala between 20 and 26 October, a monitor reported.",
    "He added: “Our losses are small.”",
    "Shelling continued north of Khan Younis, where witnesses counted four strikes.",
    "Western officials doubt that the offensive will succeed by next spring.",
    "The M23 rebels withdrew 12 km from Goma, the Congolese army said, citing Reuters.",
    "Kyiv (Ukraine), 4 March – Two villages were retaken last week, the president announced.",
    "The Syrian Observatory for Human Rights said that more than 110 bodies had been found.",
    "“Come at dawn,” she said. “The road is open.”",
    "Tigrayan forces want to retake Humera before the rains, diplomats in Addis Ababa said.",
)
TITLES = ("Mill near Orikhiv shelled", "Night of drones", "Talks fail; Marib under fire", "")
DAYS = (
    *("2023-01-25", "2024-02-29", "0001-01-01", "9999-12-31", "1800-01-01", "2100-12-31"),
    *("2023-02-30", "2023-13-01", "25 January 2023", "2023", "2023-01", "20230125", "2023-W04-3"),
    *("-2023-01-25", "2023-01-25T12:00Z", "0000-00-00", "10000-01-01", "٢٠٢٣-٠١-٢٥", "yesterday"),
)
NUMBERS = (
    *("0", "-1", "9" * 30, "9" * 5_000, "1e400", "0x7f", "1/2", "1,2,3", "12.5", "½", "٣", "²"),
    *("1 000 000 000 000", "NaN", "inf", "-0", "00000001"),
)
SIGNS = (
    *"\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\x9f\xa0\xad",
    *"\u061c\u200b\u200d\u200e\u200f\u2028\u2029\u202a\u202d\u202e\u2066\u2067\u2069",
    *"\ufeff\ufffd\ufffe\ud800\udcff\U000e0041\U0010ffff\u0301\u0489\u1100",
    *"“”‘’«»\"'`()[]{}<>—–-…;:,.!?•·§¶#*|\\/&%$€№\r\n\t 🛡漢א",
)
WORDS = (
    *("", " ", "a" * 300, "a" * 5_000, "\udcff", "\x1b[31m", "\u202ekciw", "..", ".", "-", "--"),
    *(
        "../../beside/notes",
        "@",
        "%s%n",
        "{0}",
        "[red]",
        "<b>",
        "=1+1",
        "'; --",
        "null",
        "~",
        "a\nb",
    ),
    *("Bakhmut", "Бахмут", "orikhiv", "Kyiv", "narrator", "ukraine", "russia", "İ", "ß", "ﬁ", "𝟙"),
)
LANGUAGES = ("en", "EN", "en-GB", "../../etc", "[en, uk]", "12", "null", "xx", "", "e" * 300, "ру")


def invent_article(rng: random.Random) -> str:
    """A title and some sentences, one paragraph or several."""
    chosen = rng.sample(SENTENCES, rng.randint(1, 8))
    return f"{rng.choice(TITLES)}\n\n{rng.choice([' ', chr(10) * 2]).join(chosen)}\n"


GOOD = "Bell tower hit\n\nThe bell tower of Izium was shelled, Kyiv said.\n"
"""An article without fault, to lie beside a bad one."""
