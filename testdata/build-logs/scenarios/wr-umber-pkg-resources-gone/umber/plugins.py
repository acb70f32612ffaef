import click
import requests
from pkg_resources import iter_entry_points


@click.command()
@click.option("--list", is_flag=True)
def main(list):
    for point in iter_entry_points("umber.plugins"):
        click.echo(point.name)


main()
