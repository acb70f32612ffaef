NAME = "reports"
