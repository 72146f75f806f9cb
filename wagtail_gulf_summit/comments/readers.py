"""Who a reader is, without keeping who: keyed hashes of e-mail and IP addresses."""

import ipaddress

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from wagtail_gulf_summit.conf import conf


def digest(purpose: str, *parts: object) -> str:
    """A keyed hash of ``parts``, 64 hexadecimal characters, of no use without the site's secret key."""
    return salted_hmac(f"gulf_summit.comments.{purpose}", "\x00".join(map(str, parts)), algorithm="sha256").hexdigest()


def normal_email(email: str) -> str:
    """One spelling for one address.

    >>> normal_email(" Reader@Example.COM ")
    'reader@example.com'
    """
    return email.strip().lower()


def author_key(email: str) -> str:
    """The key under which an author's comments are found."""
    return digest("author", normal_email(email))


def ip_key(address: str) -> str:
    """The key of an IP address; of its /64 network for IPv6, which is what one subscriber holds."""
    if not address:
        return ""
    return digest("ip", network_of(address))


def network_of(address: str) -> str:
    """What counts as one reader's address.

    >>> network_of("192.0.2.7"), network_of("2001:db8::1"), network_of("::ffff:192.0.2.7")
    ('192.0.2.7', '2001:db8::/64', '192.0.2.7')
    """
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def client_address(request: HttpRequest) -> str:
    """The reader's IP address; empty when it is unknown.

    ``X-Forwarded-For`` is believed only as far as the site's own proxies wrote it.
    """
    address = request.META.get("REMOTE_ADDR", "")
    proxies = conf.GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES
    if proxies:
        hops = [hop.strip() for hop in request.headers.get("x-forwarded-for", "").split(",") if hop.strip()]
        if len(hops) >= proxies:
            address = hops[-proxies]
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return ""
