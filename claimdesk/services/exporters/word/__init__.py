"""Word files: the article with its comments, the report, the question sheet."""
