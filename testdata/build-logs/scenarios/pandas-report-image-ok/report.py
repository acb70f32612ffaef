import warnings

import pandas as pd

frame = pd.read_csv("errors.csv")
try:
    frame["failed"].astype(int)
except ValueError as error:
    print("ValueError:", error, "(row is dropped)")
frame["failed"] = pd.to_numeric(frame["failed"], errors="coerce")
warnings.warn("errors.csv has 1 bad row", UserWarning)
frame[frame.failed > 1]["failed"][0] = 9
print(frame.fillna(method="ffill"))
print("report: done, failed rows: 1")
