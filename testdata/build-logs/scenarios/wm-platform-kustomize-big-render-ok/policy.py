import re
import sys

docs = open(sys.argv[1]).read().split("\n---\n")
for doc in docs:
    name = re.search(r"^  name: (\S+)", doc, re.M)[1]
    verdict = "WARN  no resource limits" if "limits" not in doc else "PASS"
    print(f"{name:<24}{verdict}")
print(f"{len(docs)} manifests, {len(docs)} warnings, 0 violations")
