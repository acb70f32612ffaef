message("Running the tests")
tests <- list.files("tests", pattern = "[.]R$", full.names = TRUE)
for (t in tests) {
  message("* ", t)
  source(t)
}
message("All passed")
