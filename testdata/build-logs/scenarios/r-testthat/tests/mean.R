stopifnot(mean(c(1, 2, 3)) == 2)
warning("mean of nothing is NaN")
