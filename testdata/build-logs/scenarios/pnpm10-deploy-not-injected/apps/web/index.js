require("@acme/util")
