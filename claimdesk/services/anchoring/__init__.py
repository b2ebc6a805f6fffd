"""From a text to the places in it: sentences, passages."""
