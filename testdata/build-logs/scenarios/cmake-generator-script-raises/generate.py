import json
import sys

source, name, target = sys.argv[1:]
with open(source, encoding="utf-8") as f:
    messages = json.load(f)
fields = messages[name]["fields"]
with open(target, "w", encoding="utf-8") as out:
    for field in fields:
        out.write(f"int {name}_{field};\n")
