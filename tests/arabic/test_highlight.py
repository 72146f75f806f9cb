from wagtail_gulf_summit.arabic.highlight import excerpt, highlight


def test_a_word_is_marked_as_it_is_written():
    assert highlight("تناقش الحكوماتُ ذلك", "حكومه") == "تناقش <mark>الحكوماتُ</mark> ذلك"


def test_every_word_of_the_query_is_marked():
    assert highlight("قمة دبي 2014", "قمه ٢٠١٤") == "<mark>قمة</mark> دبي <mark>2014</mark>"


def test_latin_words_are_marked_whole_and_in_any_case():
    assert highlight("GITEX and git", "gitex") == "<mark>GITEX</mark> and git"


def test_text_and_query_cannot_bring_markup():
    assert highlight("<b>قمة</b> & more", "<b>") == "&lt;<mark>b</mark>&gt;قمة&lt;/<mark>b</mark>&gt; &amp; more"
    assert highlight("قمة", "<script>") == "قمة"


def test_a_query_without_words_marks_nothing():
    assert highlight("قمة", "؟ !") == "قمة"
    assert highlight("قمة", "") == "قمة"


def test_an_excerpt_surrounds_the_word_found():
    text = "كلمة " * 100 + "القمة " + "أخرى " * 100
    found = excerpt(text, "قمة", length=60)
    assert found.startswith("… كلمة") and found.endswith("أخرى …")
    assert "<mark>القمة</mark>" in found
    assert len(found) < 60 + len("<mark></mark>… … ") + 10


def test_a_short_text_is_given_whole():
    assert excerpt("القمة  اليوم", "غائب") == "القمة اليوم"


def test_an_excerpt_without_a_match_is_the_start():
    assert excerpt("word " * 100, "قمة", length=20) == "word word word word …"
