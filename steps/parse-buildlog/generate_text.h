/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the programs share that run during the build and write C on stdout. For generate*.c alone. */
#ifndef GENERATE_TEXT_H
#define GENERATE_TEXT_H

#include <stdbool.h>

#include "error.h"

/* A string literal, or NULL; in octal what C would read as something else. */
void put_text(const char *text);
/* The texts of a list, which NULL ends, as an array of the same. */
void put_texts(const char *const *texts);

/* What main() returns: put writes all, and stderr is told why it could not. */
int generate(const char *program, bool put(struct error *err));

#endif
