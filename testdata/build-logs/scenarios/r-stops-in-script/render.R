message("Loading data")
data <- read.csv("measurements.csv")
message("rows: ", nrow(data))
