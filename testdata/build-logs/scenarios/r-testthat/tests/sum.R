total <- function(x) sum(x, na.rm = FALSE)
stopifnot("NA is not ignored" = !is.na(total(c(1, NA))))
