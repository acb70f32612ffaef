/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists.h"

#include <stdlib.h>

#include "json_in.h"

#define COLUMNS 5

static json_t *document(const char *lines, const char *const *names)
{
    json_t *document = json_new_object();
    json_t *result = json_new_object();
    json_t *packages = json_new_array();
    struct span rest = span_string(lines);
    struct span line;

    while (span_next_line(&rest, &line)) {
        json_t *package = json_new_object();
        struct span word;

        for (size_t i = 0; i < COLUMNS && span_split(&line, ' ', &word); i++) {
            uint64_t number;

            if (span_equal_string(word, "-"))
                json_put_null(package, names[i]);
            else if (span_equal_string(span_string(names[i]), "line") &&
                     span_to_uint64(word, &number))
                json_put_int(package, names[i], (int64_t)number);
            else
                json_put_string(package, names[i], word);
        }
        json_append_take(packages, package);
    }
    json_put_take(result, "packages", packages);
    json_put_take(document, "result", result);
    return document;
}

json_t *image_of(const char *lines)
{
    static const char *const names[COLUMNS] = {"type", "name", "version", "arch", "location"};

    return document(lines, names);
}

json_t *log_of(const char *lines)
{
    static const char *const names[COLUMNS] = {"manager", "name", "version", "action", "line"};

    return document(lines, names);
}
