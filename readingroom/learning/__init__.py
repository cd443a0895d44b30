"""What a learner did and what it is worth: pure functions and plain files, no screen."""
