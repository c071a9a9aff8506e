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
    ("The Varn Security Service made arrests. The V.S.S. said no more.", "Varn Security Service", "V.S.S."),
    ("The U.N. sent aid. The United Nations said so.", "U.N.", "United Nations"),
    ("Ms Sorel met Bill Sorel. Anna Sorel left.", "Sorel", "Anna Sorel"),
    ("The former mayor was there. Peter Vale spoke. The 45-year-old left. Vale, 45, is ill.", "Peter Vale", "Vale"),
    ("Peter Vale, 45, spoke. The 45-year-old said he was ill.", "Peter Vale", "The 45-year-old"),
    ("State television NTB showed it. NTB said so.", "NTB", "NTB"),
    ("The judge left. Judge Ada Brandt said so.", "The judge", "Ada Brandt"),
    ("Defence Minister Peter Vale spoke. The minister said so.", "Peter Vale", "The minister"),
    ("An official spoke on Monday. The official said the road was open.", "An official", "The official"),
    ("Enna Sorel, the governor of Brenn, arrived. The governor said the road was open.", "Enna Sorel", "The governor"),
    ("One of the survivors, 60-year-old Rosa Lind, said she saw the wave.", "One of the survivors", "she"),
    ("One of the survivors, 60-year-old Rosa Lind, said she saw the wave.", "One of the survivors", "Rosa Lind"),
    ("A government minister said so. Housing Minister Aron Vale went there.", "A government minister", "Aron Vale"),
    ("South Korea's spy agency said so. The agency gave no names.", "South Korea's spy agency", "The agency"),
    ("The Ukrainian president spoke. Ukraine's president left.", "The Ukrainian president", "Ukraine's president"),
    ("Ukraine announced it had taken the town.", "Ukraine", "it"),
    ("Witnesses said they heard shots.", "Witnesses", "they"),
    ("White House National Security Adviser Peter Vale left. The White House said so.", "White House", "White House"),
    ("White House National Security Adviser Peter Vale left. Vale said so.", "Peter Vale", "Vale"),
    ("Former US VP Al Sorel came. Sorel spoke.", "Al Sorel", "Sorel"),
    ("Prime Minister Hadi al-Torem said so. Al-Torem left.", "Hadi al-Torem", "Al-Torem"),
    ("Hadi al-Torem, head of the committee, said so. Torem left.", "Hadi al-Torem", "Torem"),
    ("Mohammed bin al-Torem arrived. Omar el-Sorel met him. El-Sorel left.", "Omar el-Sorel", "El-Sorel"),
    ("Shares of Nordale fell. Nordale makes pumps. The company said so.", "Nordale", "The company"),
    ("Nordale Pumps Corp. is to close a plant. The firm will pay all workers.", "Nordale Pumps Corp.", "The firm"),
    (
        "Nordale is to close a plant, its owners said. Nordale CEO Aron Vale said the company had no choice.",
        "Nordale",
        "the company",
    ),
    ("Brandt-Sorel (BS) makes pumps. BS said so.", "Brandt-Sorel", "BS"),
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
    (
        "President Vale met voters. The road was long. It rained. The Ukrainian president left.",
        "Vale",
        "The Ukrainian president",
    ),
    ("A source spoke. The official said no.", "A source", "The official"),
    ("A boy was found. The man said no.", "A boy", "The man"),
    ("Vale's brother said no. Peter Vale spoke.", "Peter Vale", "Vale's brother"),
    ("The minister met the deputy minister.", "The minister", "the deputy minister"),
    ("President Peter Vale was calm. The speaker of parliament was not.", "Peter Vale", "The speaker of parliament"),
    ("President Peter Vale was calm. The head of the army was not.", "Peter Vale", "The head of the army"),
    ("The Varn Red Cross came to help. The company said so.", "Varn Red Cross", "The company"),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_apart(text, one, other):
    """The two forms mean two things."""
    annotated = parsed(text)
    assert meant(annotated, one) != meant(annotated, other)


def test_a_long_quotation_does_not_part_speaker_and_pronoun():
    """Sentences within a quotation do not count as distance: 'he' after five of them is who spoke before."""
    text = (
        "Peter Vale said he saw the wave.\n"
        '"I ran. The road was gone. The bridge was gone. Nothing was left. Then came the boats," he told reporters.'
    )
    annotated = parsed(text)
    assert meant(annotated, "he", 1) == meant(annotated, "Peter Vale")
    assert meant(annotated, "I") == meant(annotated, "Peter Vale")


def test_mentions_do_not_cross():
    """A mention lies within another or beside it, never half in it."""
    text = (
        "One of the survivors, 60-year-old Rosa Lind, told Varn state television that the governor, Aron Vale, "
        "who she said was late, had asked South Korea's spy agency for help. The agency said it would not comment."
    )
    spans = [(m.start, m.end) for m in parsed(text).mentions]
    crossing = [(a, b) for a in spans for b in spans if a[0] < b[0] < a[1] < b[1]]
    assert crossing == []


@pytest.mark.parametrize("extra", ["The weather was fine.", "A ship of the Orsa Line left the harbour on Monday."])
def test_an_unrelated_paragraph_changes_no_chain_before_it(extra):
    """What follows does not change who is meant before."""
    text = "Aron Vale met Enna Sorel. She said the road was open. Vale said he would wait."
    chains = [(m.start, m.end, m.entity) for m in parsed(text).mentions]
    longer = [(m.start, m.end, m.entity) for m in parsed(f"{text}\n{extra}").mentions if m.end <= len(text)]
    assert longer == chains
