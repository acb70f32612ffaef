import click
from rich import print


@click.command()
def main():
    print("[red]error[/red] and [bold]fatal[/bold] are words like others")


main()
