print("labels 2.0.1")
