bearing <- function(x) { if (x < 0) warning("negative bearing, wrapping"); x %% 360 }
