require "mkmf"
abort "libringbuf is missing. please install libringbuf" unless have_library("ringbuf", "ring_new")
create_makefile("ringbuffer")
