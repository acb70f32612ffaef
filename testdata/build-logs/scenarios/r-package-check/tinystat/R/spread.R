spread <- function(x) max(x) - min(y)
