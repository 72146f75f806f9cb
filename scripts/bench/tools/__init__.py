"""What every benchmark uses."""

from .bench import Bench
from .server import Request, Server, measure

__all__ = ["Bench", "Request", "Server", "measure"]
