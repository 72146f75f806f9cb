"""What every benchmark uses."""

from .bench import Bench
from .server import Request, Server

__all__ = ["Bench", "Request", "Server"]
