d <- readRDS("/tmp/d.rds"); m <- lm(y ~ x, d); print(coef(m)); suppressWarnings(as.numeric("n/a")); as.numeric("n/a")
