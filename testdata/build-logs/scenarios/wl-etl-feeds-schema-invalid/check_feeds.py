import json
import sys
import jsonschema
import yaml

with open(sys.argv[1]) as f:
    validator = jsonschema.Draft202012Validator(json.load(f))
bad = 0
for name in sys.argv[2:]:
    with open(name) as f:
        feed = yaml.safe_load(f)
    errors = sorted(validator.iter_errors(feed), key=lambda e: list(e.path))
    print(f"{name}: {'ok' if not errors else 'INVALID'}")
    for e in errors:
        bad += 1
        print(f"  {'/'.join(map(str, e.path))}: {e.message}")
print(f"{len(sys.argv) - 2} feeds checked, {bad} problems")
sys.exit(1 if bad else 0)
