"""A small mail server that keeps what it is sent, and refuses when it is told to."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Mailbox:
    """``mails`` holds (recipient, text) of all that was taken."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, str]] = []
        self.unknown: set[str] = set()
        self.busy = False
        self.port = 0


def _handler(mailbox: Mailbox) -> type[socketserver.StreamRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        def say(self, text: str) -> None:
            self.wfile.write(f"{text}\r\n".encode())

        def handle(self) -> None:
            self.say("220 test")
            recipient = ""
            while line := self.rfile.readline().decode().strip():
                command = line[:4].upper()
                if command == "RCPT":
                    recipient = line.partition("<")[2].partition(">")[0]
                    self.say("550 no such user" if recipient in mailbox.unknown else "250 ok")
                elif command == "DATA" and mailbox.busy:
                    self.say("451 try again later")
                elif command == "DATA":
                    self.say("354 go on")
                    text = b""
                    while not text.endswith(b"\r\n.\r\n"):
                        text += self.rfile.readline()
                    mailbox.mails.append((recipient, text.decode()))
                    self.say("250 taken")
                elif command == "QUIT":
                    self.say("221 bye")
                    return
                else:
                    self.say("250 ok")

    return Handler


@contextmanager
def mail_server(port: int = 0) -> Iterator[Mailbox]:
    mailbox = Mailbox()
    socketserver.ThreadingTCPServer.allow_reuse_address = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", port), _handler(mailbox)) as server:
        server.daemon_threads = True
        mailbox.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield mailbox
        server.shutdown()
        thread.join()
