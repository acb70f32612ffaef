/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "s3_query.h"

#include <stdlib.h>

#include "limits.h"

/* By name, and by value where names are the same. */
static int compare(const void *left, const void *right)
{
    const struct span *a = left;
    const struct span *b = right;
    int order = span_compare(span_head(*a, span_find_byte(*a, '=')),
                             span_head(*b, span_find_byte(*b, '=')));

    return order ? order : span_compare(*a, *b);
}

static void add_parameter(struct strbuf *out, struct span parameter)
{
    for (size_t i = 0; i < parameter.len; i++)
        if (parameter.data[i] == '/')
            strbuf_add_string(out, "%2F");
        else if (parameter.data[i] == '+')
            strbuf_add_string(out, "%20");
        else
            strbuf_add_byte(out, parameter.data[i]);
    if (span_find_byte(parameter, '=') == parameter.len)
        strbuf_add_byte(out, '=');
}

void s3_query_sort(struct span url, struct strbuf *out)
{
    size_t mark = span_find_byte(url, '?');
    struct span rest = span_skip(url, mark + 1);
    struct span parameters[LIMIT_QUERY_PARAMETERS];
    size_t count = 0;

    strbuf_add_span(out, span_head(url, mark));
    while (count < LIMIT_QUERY_PARAMETERS && span_split(&rest, '&', &parameters[count]))
        if (parameters[count].len)
            count++;
    if (count)
        qsort(parameters, count, sizeof *parameters, compare);
    for (size_t i = 0; i < count; i++) {
        strbuf_add_byte(out, i ? '&' : '?');
        add_parameter(out, parameters[i]);
    }
}
