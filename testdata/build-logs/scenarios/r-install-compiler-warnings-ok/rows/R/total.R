total <- function(x) .C("total", as.integer(x), length(x), result = 0L)$result
error_bars <- function() stop("error")
