require("marked")
