/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The JSON values that follow one another in a stream: documents one a line, or
 * indented, or without anything between them.  Only their ends are found here
 * (brackets outside strings); json_in_parse() judges the text.
 *
 *     struct json_values *values = json_values_new(stream, "stdin");
 *     while (json_values_next(values, &text, &err)) ...     (check error_is_set after the loop)
 *     json_values_free(values);
 *
 * What starts with neither '{' nor '[' counts up to the end of its line, and a
 * value that is cut is handed out as it is: both fail in the parser, with its message.
 * Where a value is seen to be cut (by the stream's end, a bare newline in a string, or a
 * line that begins with a '{' where JSON allows none), it ends before the first line in it
 * that begins with '{', and so do the values up to there: a writer that broke off costs
 * its own document, not those behind it.  A value that is JSON is never cut.  One value may have LIMIT_DOCUMENT bytes, which is also all
 * that is held at one time.
 */
#ifndef JSON_VALUES_H
#define JSON_VALUES_H

#include "cleanup.h"
#include "stream.h"

struct json_values;

/* Borrows in; what names it in messages and is kept alive by the caller. Never NULL. */
struct json_values *json_values_new(struct stream *in, const char *what);
/* The next value's text, without blanks around it, valid until the next call; false at the end and on error. */
bool json_values_next(struct json_values *values, struct span *ret_text, struct error *err);
/* The line, from 1, in which that value starts. */
uint64_t json_values_line(const struct json_values *values);
void json_values_free(struct json_values *values);
DEFINE_CLEANUP(cleanup_json_values, struct json_values *, json_values_free)

#endif
