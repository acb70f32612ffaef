package = "wkutil"
version = "1.0-1"
source = { url = "file:///src" }
description = { summary = "tables", license = "MIT" }
dependencies = { "lua >= 5.1" }
build = { type = "builtin", modules = { wkutil = "wkutil.lua" } }
