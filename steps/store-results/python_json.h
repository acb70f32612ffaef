/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON byte for byte as Python writes it with
 * json.dumps(value, sort_keys=True, indent=2, separators=(",", ": ")).
 *
 * thoth-storages names a raw log by the SHA-256 of these bytes, so they may not
 * differ in one: printable ASCII, every other character a \u escape in lower-case hex
 * (a surrogate pair above U+FFFF), U+007F too, floats as repr() gives
 * them, {} and [] on one line, no newline at the end.
 */
#ifndef PYTHON_JSON_H
#define PYTHON_JSON_H

#include <jansson.h>

#include "strbuf.h"

/* Appends value (nesting as json_in_parse allows it) to out; more than out's ceiling overflows it. */
void python_json_append(struct strbuf *out, const json_t *value);
/* And of a string what is between its quotes: of text, valid UTF-8, which may be part of a string. */
void python_json_append_text(struct strbuf *out, struct span text);

#endif
