total <- function(x) tryCatch(sum(x), error = function(e) stop("Error in total: ", e))
