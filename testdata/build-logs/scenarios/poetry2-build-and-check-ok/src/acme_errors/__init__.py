WORDS = {1: "error: not found", 2: "fatal: denied"}
