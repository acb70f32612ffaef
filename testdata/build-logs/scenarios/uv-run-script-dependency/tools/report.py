# /// script
# requires-python = ">=3.12"
# dependencies = ["click==8.1.8", "tabulate==0.9.0"]
# ///
import click


@click.command()
@click.option("--month", type=int, default=1)
def main(month):
    import tabulate
    import dateutil.relativedelta

    print(tabulate.tabulate([[month, dateutil.relativedelta.relativedelta(months=month)]]))


main()
