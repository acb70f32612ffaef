rate <- function(k) {
  book <- c(a = 1, b = 2)
  book[[k]]
}
