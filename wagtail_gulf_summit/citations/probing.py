"""Asking whether a web address still answers, without being turned against the publisher's own network.

An address in a source may have been typed by anybody. Every host, that of each
redirect too, is resolved first, and the connection is made to the very address
that was looked at.
"""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3

from .identifiers import web_url

MAX_REDIRECTS = 5
TOO_MANY_REQUESTS = 429
USER_AGENT = "wagtail-gulf-summit link check"


class Offline(Exception):
    """No name can be resolved just now: nothing was learned of the address."""


class Refused(Exception):
    """The address leads into a private network, or is no web address."""


@dataclass(frozen=True)
class Answer:
    """What an address answered: an HTTP status, or ``None`` and an error. ``refused`` when it was not asked."""

    status: int | None = None
    error: str = ""
    refused: bool = False


def probe(url: str, *, timeout: float = 10, allow_private: bool = False) -> Answer:
    """The final status of ``url``, after at most five redirects; asks with HEAD, then GET where HEAD finds nothing.

    ``timeout`` is in seconds, for each request. Raises ``Offline``.
    """
    try:
        return Answer(status=_follow(url, timeout, allow_private))
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise Offline(str(error)) from error
        return Answer(error=f"{type(error).__name__}: {error}"[:255])
    except Refused as error:
        return Answer(error=str(error), refused=True)
    except (OSError, ValueError, urllib3.exceptions.HTTPError) as error:
        return Answer(error=f"{type(error).__name__}: {error}"[:255])


def _follow(url: str, timeout: float, allow_private: bool) -> int:
    for _hop in range(MAX_REDIRECTS + 1):
        status, location = _ask("HEAD", url, timeout, allow_private)
        # A server may refuse HEAD, or say that a page is gone which it serves.
        if status >= 400 and status != TOO_MANY_REQUESTS:
            status, location = _ask("GET", url, timeout, allow_private)
        if not (300 <= status < 400 and location):
            return status
        url = urljoin(url, location)
    raise ValueError("too many redirects")


def _ask(method: str, url: str, timeout: float, allow_private: bool) -> tuple[int, str]:
    parts = urlsplit(web_url(url))
    if not parts.hostname:
        raise Refused("no web address")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    address = _public_address(parts.hostname, port, allow_private)
    limits: dict[str, Any] = {"timeout": urllib3.Timeout(connect=timeout, read=timeout), "retries": False}
    pool = urllib3.HTTPConnectionPool(address, port, **limits)
    if parts.scheme == "https":
        limits |= {"server_hostname": parts.hostname, "assert_hostname": parts.hostname}
        pool = urllib3.HTTPSConnectionPool(address, port, **limits)
    target = urllib3.util.parse_url(url).request_uri
    headers = {"Host": parts.netloc.rsplit("@", 1)[-1], "User-Agent": USER_AGENT, "Accept": "*/*"}
    with pool:
        response = pool.request(method, target, headers=headers, redirect=False, preload_content=False)
        response.close()
    return response.status, response.headers.get("Location", "")


def _public_address(host: str, port: int, allow_private: bool) -> str:
    """One address of ``host``. Raises ``Refused`` when any of its addresses is not public."""
    addresses = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not allow_private and not all(_is_public(address) for address in addresses):
        raise Refused("private address")
    return addresses[0]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return (mapped or ip).is_global and not ip.is_multicast
