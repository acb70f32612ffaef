name = "plugin"
