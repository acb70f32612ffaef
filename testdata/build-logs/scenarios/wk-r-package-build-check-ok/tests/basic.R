library(tidysum)
stopifnot(tsum(1:3) == 6)
r <- try(tsum("a"))
stopifnot(inherits(r, "try-error"))
