import pathlib

pathlib.Path("birds").mkdir()
pathlib.Path("birds/__init__.py").touch()
for bird in ("finch", "tit", "wren", "swift", "jay", "rook", "owl", "kite", "stork", "crane", "gull", "tern"):
    pathlib.Path(f"birds/{bird}.py").write_text(f'''"""The {bird}."""
import yaml


def sing(times):
    return "{bird} " * times


def eggs() -> int:
    return sing(2)


def nest(place: str) -> dict:
    return {{"place": place, "eggs": eggs()}}


class {bird.title()}:
    def fly(self, to: str) -> None:
        return nest(to)
''')
