from datetime import datetime, timezone


def greeting(now=None):
    hour = (now or datetime.now()).hour
    return "good morning" if hour < 12 else "good evening"


def local(moment):
    return moment.astimezone().strftime("%H:%M")


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)
