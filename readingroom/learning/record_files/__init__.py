"""The files of the learner's record: lines, names, durable writing, reading whatever is there, setting damage aside."""
