/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Packer and Vagrant: "==> amazon-ebs: text" is what they themselves or stderr say, "    amazon-ebs: text" is stdout of
 * what they run on the machine of that name.
 */
#include <string.h>

#include "prefix.h"
#include "prefixes.h"
#include "wording.h"

static const char *const marks[] = {"==> ", NULL};

static bool is_name_byte(char c)
{
    return wording_is_letter(c) || wording_is_digit(c) || c == '-' || c == '_' || c == '.';
}

/* How long the name is that stands before ": " or at the line's end before ":"; 0: there is none. */
static size_t name_length(struct span text)
{
    size_t n = 0;

    if (text.len == 0 || text.data[0] < 'a' || text.data[0] > 'z')
        return 0; /* makepkg's "==> ERROR: " */
    while (n < text.len && n < PREFIXES_MACHINE && is_name_byte(text.data[n]))
        n++;
    if (n == text.len || text.data[n] != ':' || (n + 1 < text.len && text.data[n + 1] != ' '))
        return 0;
    return n;
}

static bool eat(struct prefixes *prefixes, struct log_line *line)
{
    struct span rest = line->text;
    bool arrow = EAT(rest, "==> ");
    size_t n;

    if (!arrow && (prefixes->machine_len == 0 || !EAT(rest, "    ")))
        return false;
    n = name_length(rest);
    if (n == 0)
        return false;
    if (arrow) {
        memcpy(prefixes->machine, rest.data, n);
        prefixes->machine_len = n;
    } else if (!span_equal(span_head(rest, n), span_of(prefixes->machine, prefixes->machine_len))) {
        return false; /* as YAML is written */
    }
    rest = span_skip(rest, n + 1);
    span_eat(&rest, " ");
    line->text = rest;
    return true;
}

const struct prefix_family prefix_packer = {.name = "Packer", .marks = marks, .eat = eat};
