cat("report\n")
