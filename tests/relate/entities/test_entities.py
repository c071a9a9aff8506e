"""Who is who over several articles."""

import pytest

from build import article
from variorum.annotate import annotate
from variorum.model import Excerpt, Reading, Speaker, Statement
from variorum.relate.entities import entities


def found(*texts, sources=()):
    """Return the entities of articles a1, a2 … with these texts; `sources` are (article, words) that say something."""
    annotated = annotate([article(text, name=f"a{n}") for n, text in enumerate(texts, 1)])
    readings = [Reading(one.article.id, _said(one, sources)) for one in annotated]
    return entities(annotated, readings)[0]


def _said(annotated, sources):
    words = [text for name, text in sources if name == annotated.article.id]
    mentions = [m for m in annotated.mentions if m.text in words]
    return tuple(
        Statement(
            f"s{n}", m.article, "indirect", "speech", Speaker(m.text, m.start, m.end, m.entity), (), None,
            (Excerpt(m.start, m.end, m.text),),
        )
        for n, m in enumerate(mentions, 1)
    )  # fmt: skip


def forms(entity):
    """Return the different spellings of an entity."""
    return {form.text for form in entity.forms}


def by_form(known, form):
    """Return the entities that have this spelling."""
    return [entity for entity in known if form in forms(entity)]


def test_one_person_under_three_spellings():
    """Romanisations of one name are one entity, and the reason is told."""
    known = found("Oleg Zelinsky spoke.", "Oleg Zelinskyy spoke. Zelinskyy left.", "Oleg Zelinskiy spoke.")
    assert len(known) == 1
    assert forms(known[0]) >= {"Oleg Zelinsky", "Oleg Zelinskyy", "Oleg Zelinskiy", "Zelinskyy"}
    assert any("romanisations" in line for line in known[0].why)


def test_one_name_through_two_ways_of_writing_arabic():
    """Letters that stand for one sound of another script join full names, and the bare ones with them."""
    known = found("Muammar Gaddafi spoke. Gaddafi left.", "Moammar Qadhafi spoke. Qadhafi left.", "Qadhafi waited.")
    assert len(known) == 1
    assert forms(known[0]) == {"Muammar Gaddafi", "Gaddafi", "Moammar Qadhafi", "Qadhafi"}


def test_a_syllable_after_a_hyphen_belongs_to_the_name():
    """A Korean name is one with and without its hyphen, also in the small letters of its second syllable."""
    known = found("Kim Tae-su spoke.", "Kim Tae Su spoke.")
    assert len(known) == 1
    assert forms(known[0]) == {"Kim Tae-su", "Kim Tae Su"}


def test_two_of_one_family_name_stay_apart():
    """Two full names are two persons, and the bare family name says that it could be either."""
    known = found("Anna Sorel spoke.", "Peter Sorel spoke.", "Ms Sorel waited.")
    assert len(known) == 3
    assert any("kept apart" in line for line in known[2].why)


def test_never_the_father_for_the_son():
    """Names that differ in one short word are two."""
    assert len(found("Kim Jong Un spoke.", "Kim Jong Il spoke.")) == 2


def test_a_ministry_is_one_in_whatever_order():
    """The ministry without its country is the only one of its kind that is named, and none where two are."""
    texts = ("The Chinese Ministry of Health spoke.", "The Health Ministry said no more.")
    assert len(by_form(found(*texts), "Health Ministry")[0].forms) == 2
    two = found(*texts, "The Indian Ministry of Health spoke.")
    assert by_form(two, "Chinese Ministry of Health") != by_form(two, "Indian Ministry of Health")


def test_a_described_agency_is_the_named_one():
    """A country has one spy agency: its name elsewhere names it."""
    texts = ("South Korea's National Intelligence Service agreed.", "South Korea's spy agency said the men were well.")
    known = found(*texts, sources=[("a2", "South Korea's spy agency")])
    assert {"National Intelligence Service", "South Korea's spy agency"} <= forms(
        by_form(known, "South Korea's spy agency")[0]
    )


def test_the_agency_of_another_country_is_another():
    """What belongs to two countries is two."""
    texts = ("South Korea's National Intelligence Service agreed.", "Ukraine's spy agency said the men were well.")
    known = found(*texts, sources=[("a2", "Ukraine's spy agency")])
    assert forms(by_form(known, "Ukraine's spy agency")[0]) == {"Ukraine's spy agency"}


def test_a_capital_that_speaks_is_the_government():
    """A capital that only speaks is its country; the reason is told."""
    known = found("South Korea has asked for talks.", "Seoul said so.", sources=[("a2", "Seoul")])
    assert forms(known[0]) == {"South Korea", "Seoul"}
    assert any("speaks for the government" in line for line in known[0].why)


def test_a_capital_where_something_happens_is_a_town():
    """A capital that is a place stays itself."""
    known = found("South Korea has asked for talks.", "They met in Seoul.")
    assert [entity.name for entity in known] == ["South Korea", "Seoul"]


def test_unnamed_sources_stay_apart_between_articles():
    """Officials of one report are not the officials of another."""
    known = found(
        "Officials said it was over.", "Officials said it was not.", sources=[("a1", "Officials"), ("a2", "Officials")]
    )
    assert len(known) == 2


def test_who_is_neither_named_nor_a_source_is_not_listed():
    """Bystanders without name and word are no entities."""
    assert found("A soldier was seen there.") == []


def test_ids_follow_the_first_mention():
    """Numbers count in the order of reading."""
    assert [entity.id for entity in found("Anna Sorel met Peter Vale.", "Peter Vale left.")] == ["e1", "e2"]


@pytest.mark.parametrize("number", [1, 2, 5])
def test_copies_add_no_entity(number):
    """The same article any number of times has the same entities."""
    text = "Anna Sorel met Peter Vale in Kyiv. Sorel told the VSS so."
    assert [e.name for e in found(*[text] * number)] == [e.name for e in found(text)]


def test_mentions_are_verbatim():
    """Every mention's words stand where it says."""
    text = "Anna Sorel met Peter Vale in Kyiv. She said no."
    assert all(text[m.start : m.end] == m.text for entity in found(text) for m in entity.mentions)


def test_a_company_is_known_by_the_first_word_of_its_name():
    """The short name is the only company that begins with it; of two such companies it stays apart."""
    one = found("Harrow Steel closed its mill.", "Harrow Steel sold the mill. Harrow said so.")
    assert len(by_form(one, "Harrow Steel")) == 1
    assert by_form(one, "Harrow") == by_form(one, "Harrow Steel")
    two = found("Harrow Steel closed its mill.", "Harrow Foods sold the mill.", "Harrow closed.")
    assert by_form(two, "Harrow") != by_form(two, "Harrow Steel")


def test_a_short_form_joins_no_two_full_names():
    """Kim Jong Il is not Kim Jong Un, though a report that writes of both once says "Kim Jong"."""
    known = found("Kim Jong Un spoke in Pyongyang.", "Kim Jong-un kept silent, as Kim Jong Il had done in his time.")
    assert by_form(known, "Kim Jong Un") != by_form(known, "Kim Jong Il")


def test_an_acronym_is_what_one_report_says_it_is():
    """Another report may use it without saying so, beside the full name."""
    known = found("Brandt-Sorel (BS) makes pumps.", "BS makes pumps. Brandt-Sorel said so.")
    assert [forms(one) for one in known] == [{"Brandt-Sorel", "BS"}]


def test_a_known_body_in_small_letters_is_the_body():
    """As some outlets print departments of a government; another country's is another."""
    known = found("The US State Department spoke.", "The US state department spoke.")
    assert len(by_form(known, "The US state department")[0].forms) > 1
    assert len(found("The US State Department spoke.", "India's home office spoke.")) > 1
