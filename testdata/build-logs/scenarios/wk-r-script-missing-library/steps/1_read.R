d <- read.csv("data.csv"); summary(d); saveRDS(d, "/tmp/d.rds")
