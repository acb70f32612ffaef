tsum <- function(x) {
  if (!is.numeric(x)) stop("x must be numeric")
  value <<- sum(x)
  value
}
