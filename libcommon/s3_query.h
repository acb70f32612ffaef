/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The query of a URL as AWS's signature version 4 wants it ("Create a signed AWS API request",
 * canonical query string): libcurl 7.88 signs the one that it is given.
 */
#ifndef S3_QUERY_H
#define S3_QUERY_H

#include "span.h"
#include "strbuf.h"

/*
 * Appends url with the parameters of its query in the order of their bytes, '/' in them as "%2F", '+'
 * as "%20", and '=' after a name without a value.  More than LIMIT_QUERY_PARAMETERS are left out. Pure.
 */
void s3_query_sort(struct span url, struct strbuf *out);

#endif
