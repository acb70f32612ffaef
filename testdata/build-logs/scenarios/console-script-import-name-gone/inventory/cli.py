import click
from werkzeug.urls import url_encode


@click.command()
@click.option("--query", default="")
def main(query):
    """Asks the inventory."""
    click.echo(url_encode({"q": query}))
