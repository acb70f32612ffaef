require "mkmf"
have_header("stdint.h")
create_makefile("fastpath")
