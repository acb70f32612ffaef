"""Reading ics files."""
import re
from pathlib import Path
import datetime


def dates(path):
    """The dates of a file."""
    found = re.findall(r"DTSTART:(\d{8})", Path(path).read_text(encoding="utf-8"))
    return [datetime.datetime.strptime(d, "%Y%m%d").date() for d in found]
