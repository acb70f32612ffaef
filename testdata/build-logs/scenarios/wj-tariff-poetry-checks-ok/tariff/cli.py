"""The command line."""
import click
from tabulate import tabulate

RATES: dict[str, float] = {"bulk": 1.2, "container": 4.5, "tanker": 6.0}


def fee(kind: str, tons: float) -> float:
    if kind not in RATES:
        raise click.UsageError(f"no such kind: {kind}")
    return RATES[kind] * tons


@click.command()
@click.argument("kind")
@click.argument("tons", type=float)
def main(kind: str, tons: float) -> None:
    click.echo(tabulate([[kind, tons, fee(kind, tons)]], headers=["kind", "tons", "fee"]))


if __name__ == "__main__":
    main()
