project = "Old"
