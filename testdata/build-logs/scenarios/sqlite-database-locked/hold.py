import sqlite3
import time

connection = sqlite3.connect("app.db", isolation_level=None)
connection.execute("begin exclusive")
time.sleep(60)
