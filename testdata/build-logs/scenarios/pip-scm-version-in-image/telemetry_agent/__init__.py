NAME = "agent"
