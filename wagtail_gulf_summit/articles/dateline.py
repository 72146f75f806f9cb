"""The line that says where a story is from."""


def dateline_text(place: str, agency: str) -> str:
    """Place and agency as one line, empty when neither is given.

    >>> dateline_text("دبي", "سويفت نيوز")
    'دبي - سويفت نيوز:'
    """
    parts = [part.strip() for part in (place, agency) if part.strip()]
    return " - ".join(parts) + ":" if parts else ""
