"""What a newsroom talks about: no Qt, no SQL, only values and their rules."""
