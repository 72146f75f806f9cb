"""Dead links are found politely, and never inside the publisher's own network."""

import socket
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import CommandError, call_command

from tests.citations.factories import SourceFactory
from wagtail_gulf_summit.citations.linkcheck import check_links, due_sources
from wagtail_gulf_summit.citations.models import LinkCheck
from wagtail_gulf_summit.citations.probing import Answer, probe


class Handler(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []

    def answer(self):
        self.asked.append((self.command, self.path))
        if self.path == "/no-head" and self.command == "HEAD":
            return self.reply(405)
        if self.path == "/shy" and self.command == "HEAD":
            return self.reply(404)
        if self.path == "/busy":
            return self.reply(429)
        if self.path == "/moved":
            return self.reply(302, "/here")
        if self.path == "/loop":
            return self.reply(302, "/loop")
        if self.path == "/inside":
            return self.reply(302, "http://[::ffff:127.0.0.1]:9/")
        return self.reply(404 if self.path == "/gone" else 200)

    def reply(self, status, location=None):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    do_HEAD = do_GET = answer

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Handler.asked = []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status"),
    [("/here", 200), ("/gone", 404), ("/moved", 200), ("/no-head", 200), ("/shy", 200), ("/q?a=1&b=%D8%A3", 200)],
)
def test_status_after_redirects(server, path, status):
    assert probe(server + path, allow_private=True) == Answer(status=status)


def test_a_page_is_called_gone_when_get_says_so_too(server):
    assert probe(f"{server}/gone", allow_private=True) == Answer(status=404)
    assert Handler.asked == [("HEAD", "/gone"), ("GET", "/gone")]


def test_a_server_that_asks_for_patience_is_not_asked_again(server):
    assert probe(f"{server}/busy", allow_private=True) == Answer(status=429)
    assert Handler.asked == [("HEAD", "/busy")]


@pytest.mark.django_db
def test_a_machine_without_a_network_calls_nothing_dead(monkeypatch):
    def resolve(*args, **kwargs):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    SourceFactory(url="https://example.org/")
    with pytest.raises(CommandError, match="Is this machine on the network"):
        call_command("gulf_summit_check_links")
    assert LinkCheck.objects.count() == 0


def test_endless_redirects_are_an_error(server):
    assert probe(f"{server}/loop", allow_private=True) == Answer(error="ValueError: too many redirects")
    assert len(Handler.asked) == 6


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/latest/",
        "http://localhost/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://2130706433/",
        "ftp://example.org/", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_private_addresses_are_never_asked(url):
    assert probe(url, timeout=1).refused


def test_a_server_that_does_not_answer_is_an_error():
    answer = probe("http://127.0.0.1:9/", timeout=1, allow_private=True)
    assert answer.status is None
    assert answer.error


@pytest.mark.django_db
def test_command_checks_within_bounds_and_keeps_what_it_found(server, capsys):
    gone, here, _third = (SourceFactory(url=f"{server}{path}") for path in ("/gone", "/here", "/third"))
    SourceFactory()
    call_command("gulf_summit_check_links", "--allow-private", "--delay=0", "--limit=2")
    assert capsys.readouterr().out.splitlines()[-1] == "2 checked, 1 dead"
    assert [check.source for check in LinkCheck.objects.dead()] == [gone]
    assert LinkCheck.objects.get(source=here).status == 200
    assert [source.url for source in due_sources(timedelta(days=30))] == [f"{server}/third"]


@pytest.mark.django_db
def test_one_host_is_given_a_pause(server):
    SourceFactory.create_batch(2, url=f"{server}/here")
    pauses: list[float] = []
    assert len(list(check_links(limit=5, delay=3, allow_private=True, pause=pauses.append))) == 2
    assert [0 < pause <= 3 for pause in pauses] == [True]


@pytest.mark.django_db
def test_a_refused_address_is_not_called_dead(capsys):
    SourceFactory(url="http://127.0.0.1/")
    call_command("gulf_summit_check_links")
    assert LinkCheck.objects.dead().count() == 0


@pytest.mark.django_db
def test_a_changed_address_is_checked_again(server):
    source = SourceFactory(url=f"{server}/gone")
    list(check_links(limit=5, delay=0, allow_private=True))
    source.url = f"{server}/here"
    source.save()
    assert LinkCheck.objects.dead().count() == 0
    assert list(due_sources(timedelta(days=30))) == [source]
