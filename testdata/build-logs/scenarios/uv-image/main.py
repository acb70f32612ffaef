import typer

def main(errors: bool = False):
    """Prints the reports; exits with 1 on an error"""

typer.run(main)
