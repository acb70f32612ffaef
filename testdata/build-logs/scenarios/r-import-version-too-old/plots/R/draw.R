draw <- function(x) encode(x)
