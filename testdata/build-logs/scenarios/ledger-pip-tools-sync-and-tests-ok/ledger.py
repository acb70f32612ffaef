import click


def parse(line):
    name, amount = line.rsplit(' ', 1)
    return name, int(amount)


@click.command()
@click.argument('lines', nargs=-1)
def main(lines):
    errors = 0
    for line in lines:
        try:
            click.echo('%s: %d' % parse(line))
        except ValueError as error:
            errors += 1
            click.echo(f'ERROR: {error}', err=True)
    click.echo(f'{len(lines)} lines, {errors} errors')


if __name__ == '__main__':
    main()
