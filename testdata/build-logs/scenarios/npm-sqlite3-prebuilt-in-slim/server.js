require("sqlite3")
