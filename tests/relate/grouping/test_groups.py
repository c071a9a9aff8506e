"""Which clauses within others stand in claims."""

from __future__ import annotations

from dataclasses import replace

from build import parsed
from variorum.annotate.vectors import vectors
from variorum.extract import extract
from variorum.relate import relate


def claims(*texts):
    """Return the claims of reports of one event, each as the set of the words of its appearances."""
    return [{" … ".join(w.text for w in a.words) for a in claim.appearances} for claim in related(*texts)]


def support(*texts):
    """Return the labels of the claims that several reports of one event make."""
    return {claim.support for claim in related(*texts) if len(claim.articles) > 1}


def related(*texts):
    """Return the claims of reports of one event."""
    annotated = [parsed(text, name=f"a{n}") for n, text in enumerate(texts, 1)]
    read = [_numbered(extract(one)) for one in annotated]
    words = sorted({text for r in read for s in r.statements for text in s.asserted})
    return relate(annotated, read, dict(zip(words, vectors(words), strict=True))).claims


def _numbered(reading):
    """Give statements and figures ids of the event, as the whole way does: `s11`, `s12` in the first report."""
    n = reading.article[1:]
    said = tuple(replace(s, id=f"s{n}{s.id[1:]}") for s in reading.statements)
    figures = tuple(replace(f, id=f"f{n}{f.id[1:]}", statement=f"s{n}{f.statement[1:]}") for f in reading.figures)
    return replace(reading, statements=said, figures=figures)


CAPSIZED = "The ferry Aurelia capsized off the island of Tarn on Monday evening."
OF_THE_CAPTAIN = "The captain of the ferry Aurelia that capsized off Tarn on Monday evening has been arrested in Vell."
DROWNED = "Nine people drowned in the harbour of Vell in August 2019."
HUT = "The hut was built after nine people drowned in the harbour of Vell in August 2019."


def test_a_clause_within_another_joins_what_another_report_says():
    """That the hut was built after nine people drowned says that nine drowned."""
    found = claims(DROWNED, HUT)
    assert any(
        {text.removesuffix(".") for text in one}
        == {DROWNED[:-1], "nine people drowned in the harbour of Vell in August 2019"}
        for one in found
    )


def test_the_rest_of_the_sentence_stays_a_claim():
    """That the captain was arrested is said by nobody else, and is not lost."""
    found = claims(CAPSIZED, OF_THE_CAPTAIN)
    assert {OF_THE_CAPTAIN[:-1]} in found


def test_what_nobody_else_says_is_told_once():
    """A clause within another is no claim where no other report has it."""
    assert claims("Rain fell on the fields of Orlo all night long.", OF_THE_CAPTAIN).count({OF_THE_CAPTAIN[:-1]}) == 1
    assert not any(
        "that capsized" in text and "arrested" not in text
        for one in claims(OF_THE_CAPTAIN, "Rain fell on the fields of Orlo all night long.")
        for text in one
    )


def test_a_sentence_in_two_reports_is_one_claim():
    """Two reports that share a sentence share the clause within it, too: that makes no second claim."""
    found = claims(f"{OF_THE_CAPTAIN} Vell slept.", f"{OF_THE_CAPTAIN} The sea was calm again at dawn.")
    assert sum(len(one) and "capsized" in " ".join(one) for one in found) == 1


def test_a_clause_that_stands_in_no_claim_contradicts_none():
    """Where one report alone has a clause within another, what it denies is told of no claim."""
    clerk = "Anna Bresk sold boats after the rain flooded the harbour of Vell."
    found = claims(f"The rain did not flood the harbour of Vell. {clerk}", "Rain fell on the fields of Orlo all night.")
    assert {clerk[:-1]} in found


def test_two_speakers_are_held_to_more_than_two_reports():
    """What two reports tell so is one claim; as the words of two people it would be corroborated by too little."""
    vote, asked = "the vote in Vell was moved to June", "nobody in Vell had asked for a vote in June"
    told = claims(f"T{vote[1:]}.", f"N{asked[1:]}.")
    assert any(len(one) > 1 for one in told)
    said = claims(f"Mayor Ada King said {vote}.", f"Engineer Tom Lind said {asked}.")
    assert not any(len(one) > 1 for one in said)


def test_a_clause_within_a_denial_says_nothing_of_what_is_denied():
    """That a scanner is used at the gate is not that it worked, where the sentence says that it did not."""
    broken = "A scanner used to check visitors at the gate of the hall in Vell was not working on Monday."
    found = claims(broken, "The scanner at the gate of the hall in Vell was working.")
    assert all(len(one) == 1 for one in found)


def test_two_speakers_of_whom_one_denies_it_corroborate_nothing():
    """They stand in one claim, as they speak of one thing, and it is contested."""
    rigged = "Mayor Ada King said the June election in Vell was rigged in favour of Tom Lind."
    fair = "Judge Ole Tarn said the June election in Vell was fairly won by Tom Lind and was not rigged."
    kept, denied = support(rigged, fair.replace("was not", "was")), support(rigged, fair)
    assert (kept, denied) == ({"corroborated"}, {"contested"})
