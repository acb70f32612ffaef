import attrs


@attrs.define
class Event:
    kind: str


def handle(event):
    match event.kind:
        case "created":
            return 1
        case _:
            return 0


print(handle(Event("created")))
