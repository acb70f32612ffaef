import csv
import sys

total = {}
for row in csv.DictReader(open(sys.argv[1])):
    total[row["team"]] = total.get(row["team"], 0) + float(row["hours"])
for team, hours in sorted(total.items()):
    print(f"{team:<10}{hours:>8.1f}")
