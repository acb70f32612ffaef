import sys

import pandas as pd

table = pd.read_csv(sys.argv[1])
print(table.describe().to_markdown())
table["people"] = table["people"].fillna(method="ffill")
table.loc[0, "people"] = 10.5
print(table.groupby("town").sum().to_markdown())
bad = table[table["people"] > 5000]
print(f"{len(bad)} rows look like errors:")
print(bad.to_string())
try:
    table["rate"]
except KeyError as error:
    print(f"no column {error}, left out")
print("report written")
