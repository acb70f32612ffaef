total <- function(rows) sum(rows)
