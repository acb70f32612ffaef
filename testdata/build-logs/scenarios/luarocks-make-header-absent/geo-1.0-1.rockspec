rockspec_format = "3.0"
package = "geo"
version = "1.0-1"
source = { url = "git+https://example.org/geo.git" }
description = { summary = "Projections", license = "MIT" }
external_dependencies = { PROJ = { header = "proj_api.h" } }
build = {
   type = "builtin",
   modules = { ["geo.core"] = { sources = { "geo.c" }, libraries = { "proj" }, incdirs = { "$(PROJ_INCDIR)" } } },
}
