/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An observation as Markdown (GitHub's), for the summary of a job or a comment on a change.  Pure. */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include <jansson.h>

#include "strbuf.h"

/* Appends the page of an observation's result to out; no text from outside is markup. */
void markdown_append(struct strbuf *out, const json_t *result);

#endif
