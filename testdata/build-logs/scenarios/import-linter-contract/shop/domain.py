NAME = "domain"
