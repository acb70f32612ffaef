#!/bin/sh -e
for part in core net ui; do
    mkdir -p $part
    for n in 1 2 3 4 5 6; do printf '#include <stdio.h>\nint %s_error_%s(int code) { int unused; return code < 0u; }\n' $part $n > $part/error_$n.c; done
    printf 'CFLAGS = -Wall -Wextra\nOBJS = $(patsubst %%.c,%%.o,$(sort $(wildcard *.c)))\nlib%s.a: $(OBJS)\n\t$(AR) rcs $@ $(OBJS)\n' $part > $part/Makefile
done
