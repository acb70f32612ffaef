import click, dateutil
