base <- getOption("rates.base", stop("option rates.base is not set"))

convert <- function(x, rate) x * rate
