"""Who is who in an article: its parties, its speakers, whom a pronoun means, what the article as a
whole tells of them.

`mentions` finds what names, describes or stands for something; `chains` joins that, in one pass, to
entities that `memory` keeps; `names`, `nouns`, `antecedents` and `speakers` each say which entity
one kind of mention means; `model` is what other rooms ask.
"""
