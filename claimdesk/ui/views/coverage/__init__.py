"""Coverage on the screen: the legend over the text, and the list of what nobody looked at."""
