tally <- function(x) table(x)
