/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of the log in a document, with its secrets masked (redact.h). */
#ifndef MASKED_H
#define MASKED_H

#include "json_out.h"

void masked_string(struct json_out *w, struct span text);
/* With its key; null for an empty text, which is not known. */
void masked_member(struct json_out *w, const char *key, struct span text);

#endif
