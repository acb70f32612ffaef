LEVEL = "error"
