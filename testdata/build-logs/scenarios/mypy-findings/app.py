from dataclasses import dataclass


@dataclass
class User:
    name: str
    age: int


def load(rows: list[dict[str, str]]) -> list[User]:
    return [User(row["name"], row["age"]) for row in rows]


def first(users: list[User]):
    return users[0].nmae
