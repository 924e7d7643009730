"""Who is who in an article: its parties, its speakers, whom a pronoun means, what the article as a
whole tells of them."""
