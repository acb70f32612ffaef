/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords among a command's words: curl's -u, -p of docker login and of MySQL's programs. */
#include <string.h>

#include "redact_scan.h"
#include "redact_token.h"
#include "redact_value.h"

/* A user's name that is looked for; what does not match is looked at again. */
#define LONGEST_USER 256

/* "curl -uuser:password"; before is the line up to there. */
static bool match_attached_user(struct scan *scan, size_t n)
{
    struct span rest = redact_rest(scan);

    if (n < 3 || !span_starts_with(rest, "-u") || byte_at(rest, n) != ':' ||
        !span_contains(redact_before(scan), "curl "))
        return false;
    redact_keep(scan, n + 1);
    redact_mask_word(scan, '\0');
    return true;
}

/* curl's "-u user:password", "--user user:password"; not "-u 1000:1000". */
static bool match_user(struct scan *scan, size_t n)
{
    struct span rest = redact_rest(scan);
    struct span name = span_head(rest, n);
    struct span word;
    size_t colon;
    uint64_t number;

    if (rest.data[0] != '-')
        return false;
    if (!span_equal_string(name, "-u") && !span_equal_string(name, "--user") &&
        !span_equal_string(name, "--proxy-user"))
        return false;
    if (byte_at(rest, n) != ' ' && byte_at(rest, n) != '=')
        return false;
    word = span_head(span_skip(rest, n + 1), LONGEST_USER);
    word = span_head(word, redact_value_length(word, '\0'));
    colon = span_find_byte(word, ':');
    if (colon >= word.len || span_to_uint64(span_skip(word, colon + 1), &number))
        return false;
    redact_keep(scan, n + 1 + colon + 1);
    redact_mask_word(scan, '\0');
    return true;
}

/* How far before "-p" its command is looked for. */
#define LONGEST_LOGIN 256

/* mysql, mysqldump, mysqladmin, mariadb: "-p" has its value right behind it. */
static bool is_of_mysql(struct span command)
{
    return span_contains(command, "mysql") || span_contains(command, "mariadb");
}

/* True within "docker login -u me", and those of podman, buildah, skopeo, helm, oc; after sshpass and twine. */
static bool after_login(const struct scan *scan, bool attached)
{
    struct span command;
    size_t start = scan->at;

    while (start && scan->at - start < LONGEST_LOGIN && !is_line_end(scan->text.data[start - 1]) &&
           !strchr("&;|", scan->text.data[start - 1]))
        start--;
    command = span_head(span_skip(scan->text, start), scan->at - start);
    return span_contains(command, " login ") || span_contains(command, "sshpass ") ||
           span_contains(command, "twine ") || (attached && is_of_mysql(command));
}

/* "docker login -u me -p x", "-px": elsewhere -p is a port, a path, a protocol. */
static bool match_login(struct scan *scan, size_t n)
{
    struct span rest = redact_rest(scan);

    if (!span_starts_with(rest, "-p") || !after_login(scan, n > 2))
        return false;
    if (n > 2) {
        redact_keep(scan, 2);
        redact_mask_word(scan, '\0');
        return true;
    }
    while (is_blank(byte_at(rest, n)) || byte_at(rest, n) == '=')
        n++;
    redact_keep(scan, n);
    redact_mask_word(scan, '\0');
    return true;
}

bool redact_match_login(struct scan *scan, size_t n)
{
    return match_user(scan, n) || match_attached_user(scan, n) || match_login(scan, n);
}
