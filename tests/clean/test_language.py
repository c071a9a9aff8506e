"""The language of a text is told by its script and its function words, or said to be unknown."""

from __future__ import annotations

import pytest

from variorum.clean.language import language_of

TEXTS = {
    "en": "The ferry to Port Selby was late on Monday, the harbour office said.",
    "de": "Die Fähre nach Port Selby kam am Montag zu spät, und niemand wusste, wo sie war, sagte das Hafenamt.",
    "fr": "Le bac de Port Selby était en retard lundi, a déclaré la capitainerie. Nul ne savait où il était.",
    "es": "El transbordador de Port Selby llegó tarde el lunes, según la capitanía. Nadie sabía dónde estaba.",
    "it": "Il traghetto di Port Selby è arrivato in ritardo lunedì, ha detto la capitaneria. Nessuno sapeva dov’era.",
    "pt": "A balsa de Port Selby atrasou na segunda-feira, disse a capitania. Ninguém sabia onde ela estava.",
    "nl": "De veerboot naar Port Selby was maandag te laat, zei het havenbedrijf. Niemand wist waar hij was gebleven.",
    "pl": "Prom do Port Selby spóźnił się w poniedziałek. Nikt nie wiedział, gdzie jest i dlaczego nie przypłynął.",
    "ru": "Паром в Порт-Селби опоздал в понедельник. Никто не знал, где он и почему он не пришел, и это не впервые.",
    "uk": "Пором до Порт-Селбі запізнився у понеділок, повідомила адміністрація порту. Ніхто не знав, де він і чому.",
    "ar": "تأخرت العبارة المتجهة إلى الميناء يوم الاثنين",
    "fa": "دفتر بندر گفت کشتی روز دوشنبه دیر کرد و هیچ‌کس نمی‌دانست کجاست چرا گم شد",
    "zh": "港口办公室表示，前往塞尔比港的渡轮周一晚点。",
    "ja": "港湾事務所によると、フェリーは月曜日に遅れた。",
    "ko": "항만 사무소는 월요일에 페리가 늦었다고 밝혔다.",
    "el": "Το φέρι για το Πορτ Σέλμπι άργησε τη Δευτέρα.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_languages(code):
    """One or two sentences are enough."""
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "1234", "Ferry late", "Ta ko mi ru", "Port Selby"])
def test_unknown(text):
    """Too little to tell is unknown, never a guess."""
    assert language_of(text) is None
