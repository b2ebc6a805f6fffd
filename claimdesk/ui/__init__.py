"""The window and what it is made of. Qt lives here and nowhere below."""
