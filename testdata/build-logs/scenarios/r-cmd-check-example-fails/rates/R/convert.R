convert <- function(amount, rate) {
  stopifnot(is.numeric(amount), is.numeric(rate))
  amount * rate
}
