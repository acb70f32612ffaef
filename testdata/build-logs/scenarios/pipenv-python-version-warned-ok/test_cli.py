import click


def test_echo():
    click.echo("error: this is what the program says", err=True)
