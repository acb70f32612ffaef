print("holly")
