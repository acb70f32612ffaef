source("../helpers.R")
test_that("months have seasons", {
  expect_equal(season(1), "winter")
  expect_equal(season(7), "summer")
  expect_equal(season(12), "winter")
})
