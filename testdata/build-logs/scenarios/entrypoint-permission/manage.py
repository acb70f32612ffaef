print("System check identified no issues (0 silenced).")
