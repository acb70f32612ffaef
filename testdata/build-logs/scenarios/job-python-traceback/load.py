import json
import sys

with open(sys.argv[1]) as file:
    items = json.load(file)
for item in items:
    if "tags" not in item:
        print(f"warning: item {item['id']} has no tags", file=sys.stderr)
    print(f"loaded {item['id']}: {item['name']}")
