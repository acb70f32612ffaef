fit <- function(d) {
  if (anyNA(d)) warning("dropping rows with missing values")
  m <- lm(y ~ x, na.omit(d))
  print(round(coef(m), 3))
  invisible(m)
}
