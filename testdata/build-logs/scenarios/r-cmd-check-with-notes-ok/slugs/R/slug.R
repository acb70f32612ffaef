slug <- function(title) {
  if (!is.character(title)) stop("Error: title is no text")
  undefined_global_is_noted
  tolower(gsub("[^A-Za-z0-9]+", "-", title))
}
