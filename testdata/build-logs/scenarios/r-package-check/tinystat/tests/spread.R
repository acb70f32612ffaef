library(tinystat)
stopifnot(spread(c(1, 4)) == 3)
