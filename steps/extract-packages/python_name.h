/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Python compares the names of distributions. */
#ifndef PYTHON_NAME_H
#define PYTHON_NAME_H

#include "strbuf.h"

/* Appends name as PEP 503 compares it: lower case, each run of '-', '_' and '.' one '-'. */
void python_normalise_name(struct strbuf *out, struct span name);

#endif
