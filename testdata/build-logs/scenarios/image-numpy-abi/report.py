import pandas as pd

frame = pd.DataFrame({"region": ["north", "south"], "total": [3, 4]})
print(frame.groupby("region").sum())
