def name(code): return {404: "not found", 500: "error"}.get(code, "fatal")
