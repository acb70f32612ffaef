.onLoad <- function(...) packageStartupMessage("Warning: no display found")
