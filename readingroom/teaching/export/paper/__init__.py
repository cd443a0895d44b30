"""A quiz or an exercise on paper: what is asked is laid out from the questions alone, and the key agrees with it."""
