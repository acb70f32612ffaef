import pathlib
import sys

template = pathlib.Path(__file__).with_name("letter.txt").read_text()
print(template.format(name=sys.argv[1]))
