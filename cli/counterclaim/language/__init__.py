"""Article text to sentences, tokens, quotation spans and a dependency parse."""
