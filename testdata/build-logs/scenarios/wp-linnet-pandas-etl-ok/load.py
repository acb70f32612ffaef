import logging
import sys
import pandas
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
frame = pandas.read_csv(sys.argv[1])
for n, row in frame.iterrows():
    try:
        float(row["amount"])
    except ValueError as error:
        logging.error("row %d rejected: %s", n, error)
frame["amount"] = pandas.to_numeric(frame["amount"], errors="ignore")
frame["amount"] = pandas.to_numeric(frame["amount"], errors="coerce")
try:
    frame.loc[999]
except KeyError:
    logging.exception("no row 999, as it should be")
frame.dropna().to_csv(sys.argv[2])
logging.info("%d rows, %d errors tolerated", len(frame), frame.amount.isna().sum())
