"""Who is meant: one construction a row, by the real engine."""

import pytest

from build import parsed


def meant(annotated, words, nth=0):
    """Return the entity of the nth mention with these words."""
    return [m for m in annotated.mentions if m.text == words][nth].entity


SAME = [
    ("Mayor Aron Vale said he was ready.", "Aron Vale", "he"),
    ("Aron Vale arrived on Monday. Vale said the road was open.", "Aron Vale", "Vale"),
    ('"The road is open," said Aron Vale. "It is safe," he added.', "Aron Vale", "he"),
    ("The Varn Security Service (VSS) made arrests. The VSS said no more.", "Varn Security Service", "VSS"),
    ("An official spoke on Monday. The official said the road was open.", "An official", "The official"),
    ("Enna Sorel, the governor of Brenn, arrived. The governor said the road was open.", "Enna Sorel", "The governor"),
    ("One of the survivors, 60-year-old Rosa Lind, said she saw the wave.", "One of the survivors", "she"),
    ("One of the survivors, 60-year-old Rosa Lind, said she saw the wave.", "One of the survivors", "Rosa Lind"),
    ("A government minister said so. Housing Minister Aron Vale went there.", "A government minister", "Aron Vale"),
    ("South Korea's spy agency said so. The agency gave no names.", "South Korea's spy agency", "The agency"),
    ("The Ukrainian president spoke. Ukraine's president left.", "The Ukrainian president", "Ukraine's president"),
    ("Ukraine announced it had taken the town.", "Ukraine", "it"),
    ("Witnesses said they heard shots.", "Witnesses", "they"),
    ("A soldier who said he was born in Brenn was taken.", "A soldier", "he"),
]


@pytest.mark.parametrize(("text", "one", "other"), SAME)
def test_same(text, one, other):
    """The two forms mean one thing."""
    annotated = parsed(text)
    assert meant(annotated, one) == meant(annotated, other)


APART = [
    ("A local official was calm. A senior official was not.", "A local official", "A senior official"),
    ("One of the men lay down. The other man sat.", "One of the men", "The other man"),
    ("Two of the climbers were saved, police said.", "Two of the climbers", "the climbers"),
    ("Peter Vale met Anna Sorel. She said the road was open.", "Peter Vale", "She"),
    ("The minister met the deputy minister.", "The minister", "the deputy minister"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_apart(text, one, other):
    """The two forms mean two things."""
    annotated = parsed(text)
    assert meant(annotated, one) != meant(annotated, other)
