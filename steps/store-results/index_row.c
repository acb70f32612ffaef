/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index_row.h"

#include "document.h"
#include "json_in.h"

/* Images that a row names: a build has a base for each of its stages. */
#define IMAGES 16

/* Of a month and a day, as far as their digits tell: the 31st of any month is let through. */
static bool is_between(const char *digits, int low, int high)
{
    int number = 10 * (digits[0] - '0') + digits[1] - '0';

    return number >= low && number <= high;
}

bool index_day_parse(struct span text, struct index_day *ret)
{
    static const char form[] = "dddd-dd-dd";

    for (size_t i = 0; i < sizeof form - 1; i++) {
        char c = i < text.len ? text.data[i] : '\0';

        if (form[i] == 'd' ? c < '0' || c > '9' : c != form[i])
            return false;
        ret->text[i] = c;
    }
    ret->text[sizeof form - 1] = '\0';
    return is_between(ret->text + 5, 1, 12) && is_between(ret->text + 8, 1, 31);
}

static bool add_image(json_t *images, const json_t *name)
{
    if (!json_is_string(name) || json_string_length(name) > LIMIT_REFERENCE ||
        json_array_size(images) >= IMAGES)
        return false;
    json_array_append(images, (json_t *)(uintptr_t)name);
    return true;
}

/* Each kind names its images in its own place; what an image's name led to is better than the name. */
static json_t *images_of(const json_t *document)
{
    static const char *const paths[][2] = {{"result.resolved", "result.reference"},
                                           {"result.image.resolved", "result.image.reference"},
                                           {"result.base.resolved", "result.base.reference"},
                                           {"result.output.resolved", "result.output.reference"},
                                           {"result.images.output", ""}};
    const json_t *bases = json_in_find(document, "result.images.base");
    json_t *images = json_new_array();
    const json_t *base;
    size_t i;

    for (i = 0; i < sizeof paths / sizeof *paths; i++)
        if (!add_image(images, json_in_find(document, paths[i][0])))
            add_image(images, json_in_find(document, paths[i][1]));
    json_array_foreach (bases, i, base)
        add_image(images, base);
    return images;
}

static void put_text(json_t *row, const char *key, const json_t *document, const char *path)
{
    const json_t *value = json_in_find(document, path);

    if (json_is_string(value))
        json_put_string(row, key, json_in_span(value));
    else
        json_put_null(row, key);
}

json_t *index_row_of(const json_t *document)
{
    json_t *row = json_new_object();

    json_put_string(row, "id", span_string(document_id_of(document)));
    json_put_string(row, "kind", span_string(document_kind(document)));
    put_text(row, "outcome", document, "result.outcome");
    put_text(row, "failure", document, "result.failure.id");
    json_put_take(row, "images", images_of(document));
    return row;
}
