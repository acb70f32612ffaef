test_that("bearings wrap", { expect_equal(bearing(370), 10); expect_warning(bearing(-10), "wrapping"); bearing(-1) })
test_that("not yet", { skip("no vectors") })
