library(slugs)
r <- try(slug(3))
stopifnot(inherits(r, "try-error"))
