suppressPackageStartupMessages({
  library(stats)
  library(patchwork.themes)
})
