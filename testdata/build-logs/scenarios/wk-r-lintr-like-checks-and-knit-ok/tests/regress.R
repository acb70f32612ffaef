source("R/fit.R")
fit(data.frame(x = 1:4, y = c(2, 4, 6, 8.1)))
r <- tryCatch(fit(data.frame(x = 1)), error = function(e) cat("error caught\n"))
warning("regress.R: tolerance is not checked")
