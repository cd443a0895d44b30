"""What was worked out is kept for a while, and no more than so much of it."""

from readingroom.teaching.mark.recent import Recent


def test_what_is_kept_is_not_made_again():
    recent = Recent[str](2)
    recent.get("a", lambda: "first")

    assert recent.get("a", lambda: "second") == "first"


def test_the_oldest_goes_first():
    recent = Recent[str](2)
    for name in "abc":
        recent.get(name, lambda: "first")

    assert [recent.get(name, lambda: "second") for name in "bca"] == ["first", "first", "second"]
