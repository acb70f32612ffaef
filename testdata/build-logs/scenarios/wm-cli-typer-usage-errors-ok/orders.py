import typer

app = typer.Typer(add_completion=False)


@app.command()
def show(number: int):
    """Show an order."""
    typer.echo(f"order {number}: paid")


@app.command()
def cancel(number: int):
    """Cancel an order."""
    if number == 13:
        typer.echo("Error: order 13 is shipped already", err=True)
        raise typer.Exit(1)
    typer.echo(f"order {number} cancelled")


app()
