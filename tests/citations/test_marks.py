"""Markers in odd surroundings."""

import pytest

from tests.citations.factories import marker
from wagtail_gulf_summit.citations.marks import Mark, find_marks, lift_marks

M = marker(7, "ص 3")


@pytest.mark.parametrize(
    "html, lifted",
    [
        (f"<p>أ{M} ب</p>", f"<p>أ{M} ب</p>"),
        (f"<p><b>أ{M}</b> ب</p>", f"<p><b>أ{M}</b> ب</p>"),
        (f'<a href="/x">أ{M} ب</a>', f'<a href="/x">أ</a>{M}<a href="/x"> ب</a>'),
        (f'<a id="3" linktype="page">أ{M}</a>{M}', f'<a id="3" linktype="page">أ</a>{M}{M}'),
        (f'<a href="/x">{M}{M}</a>', f"{M}{M}"),
    ],
)
def test_a_marker_is_taken_out_of_a_link_around_it(html, lifted):
    assert lift_marks(html) == lifted


@pytest.mark.parametrize(
    "html, found",
    [
        (marker(7, "ص &lt;3&gt; &quot;أ&quot; &amp; '"), Mark(7, 'ص <3> "أ" & \'')),
        ('<a id="7" linktype="citation"><b>[1]</b></a>', Mark(7)),
        ('<a linktype="citation" id="x">[1]</a>', Mark(None)),
        ('<a linktype="citation">[1]</a>', Mark(None)),
        ('<a linktype="citation" id="99999999999999999999">[1]</a>', Mark(None)),
        ('<a\nlinktype="citation"\nid="7">[\n1]</a>', Mark(7)),
    ],
)
def test_a_marker_is_read_however_it_is_written(html, found):
    assert list(find_marks(html)) == [found]


@pytest.mark.parametrize(
    "html", ['<a linktype="page" id="7">citation</a>', "linktype=citation", '<a id="citation">x</a>']
)
def test_what_is_no_marker_is_not_read_as_one(html):
    assert list(find_marks(html)) == []
