"""Another time of sending, written into the file that says when its message goes out."""

from __future__ import annotations

import re
from datetime import datetime

from tonecheck.analysis import Analysis
from tonecheck.types import Context, Edit

_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d(?P<between>[Tt ])\d\d:\d\d(?P<seconds>:\d\d(?:[.,]\d+)?)?")


def rescheduled(moment: datetime, analysis: Analysis, context: Context) -> tuple[Edit, ...]:
    """The edit that puts another moment into the front matter; none where nothing there decides.

    The offset and the way the time is written stay. A time that the command line gives is not
    the file's.

    Args:
        moment: in the offset of the time that is written there.
    """
    message = analysis.message
    place = message.declared.send_at_place
    if place is None or message.declared.send_at != context.send_at:
        return ()
    found = _WRITTEN.search(message.source, *place)
    if found is None:
        return ()
    seconds = ":00" if found["seconds"] else ""
    written = f"{moment:%Y-%m-%d}{found['between']}{moment:%H:%M}{seconds}"
    return (Edit(found.start(), found.end(), written),)
