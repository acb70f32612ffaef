source("../helpers.R")
test_that("clamp clamps", { expect_equal(clamp(c(-1, 0.5, 2), 0, 1), c(0, 0.5, 1)) })
test_that("clamp warns of text", { skip("not decided") })
