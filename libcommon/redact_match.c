/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "limits.h"
#include "redact.h"
#include "redact_scan.h"
#include "redact_token.h"
#include "redact_value.h"

static void keep(struct scan *scan, size_t n)
{
    scan->at += n;
}

/* What is looked at from here on. */
static struct span rest_of(const struct scan *scan)
{
    return span_skip(span_head(scan->text, scan->window), scan->at);
}

/* And before. */
static struct span before_here(const struct scan *scan)
{
    size_t start = scan->at > LIMIT_BEFORE_SECRET ? scan->at - LIMIT_BEFORE_SECRET : 0;

    return span_skip(span_head(scan->text, scan->at), start);
}

/* Masks the word that starts here, but keeps quotes around it; a reference and nothing stay. */
static void mask_word(struct scan *scan, char outer)
{
    struct span rest = rest_of(scan);
    size_t n = redact_value_length(rest, outer);
    struct span value = span_head(rest, n);

    if (n == 0 || redact_is_reference(value) || span_equal_string(value, REDACTED)) {
        keep(scan, n);
    } else if (n >= 2 && is_quote(value.data[0]) && value.data[n - 1] == value.data[0]) {
        keep(scan, 1);
        if (n > 2)
            redact_mask(scan, n - 2);
        keep(scan, 1);
    } else {
        redact_mask(scan, n);
    }
}

/* ---- places that hold secrets ---- */

static bool ends_host(char c)
{
    switch (c) {
    case '\0':
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '/':
    case '?':
    case '#':
    case '<':
    case '>':
    case '"':
    case '\'':
    case '`':
        return true;
    default:
        return false;
    }
}

/* scheme://user:password@host, scheme://token@host. */
static bool match_url(struct scan *scan, size_t scheme)
{
    struct span after = span_skip(rest_of(scan), scheme);
    size_t end = 0;
    size_t at;
    size_t colon;
    bool shell;

    if (!span_eat(&after, "://"))
        return false;
    while (end < after.len && !ends_host(after.data[end]))
        end++;
    at = span_find_last_byte(span_head(after, end), '@');
    if (scan->at + scheme + 3 + end == scan->window) {
        /* Its end is not seen, nor whether there is another '@'. */
        keep(scan, scheme + 3);
        redact_mask(scan, end);
        return true;
    }
    if (at >= end)
        return false;
    colon = span_find_byte(span_head(after, at), ':');
    shell = span_contains(span_head(rest_of(scan), scheme), "ssh");
    if (colon == at && shell) {
        keep(scan, scheme + 3 + at);
    } else if (colon < at) {
        keep(scan, scheme + 3 + colon + 1);
        redact_mask(scan, at - colon - 1);
    } else {
        keep(scan, scheme + 3);
        redact_mask(scan, at);
    }
    return true;
}

static bool match_token(struct scan *scan)
{
    size_t n = redact_token_length(rest_of(scan));

    if (n)
        redact_mask(scan, n);
    return n > 0;
}

static bool match_scheme(struct scan *scan)
{
    size_t scheme = 0;
    size_t n = redact_credential_length(rest_of(scan), &scheme);

    if (n) {
        keep(scan, scheme);
        redact_mask(scan, n);
    }
    return n > 0;
}

/* A private key in PEM (RFC 7468): from BEGIN to END, or to the end of the text. */
static bool match_pem(struct scan *scan)
{
    struct span rest = rest_of(scan);
    struct span label = span_head(rest, 80);

    if (!span_starts_with(rest, "-----BEGIN "))
        return false;
    label = span_head(label, span_find_byte(label, '\n'));
    if (!span_contains(label, "PRIVATE KEY"))
        return false;
    redact_mask(scan, 0);
    scan->hides = HIDES_KEY;
    return true;
}

/* True if all before this place of the line is blank, a quote, a list mark or an opening bracket. */
static bool at_line_start(const struct scan *scan)
{
    struct span before = before_here(scan);
    size_t i = before.len;

    while (i && strchr(" \t\"'-{[(,\\#+", before.data[i - 1]) && before.data[i - 1])
        i--;
    return i == 0 || is_line_end(before.data[i - 1]);
}

/*
 * True behind what a platform puts before a line: a time, "[pod/x] ", "svc-1 | ", "> ", "host job[7]: ". A message's words
 * end otherwise.
 */
static bool after_prefix(const struct scan *scan)
{
    struct span before = before_here(scan);
    size_t i = before.len;
    char last;

    while (i && is_blank(before.data[i - 1]))
        i--;
    last = i ? before.data[i - 1] : '\0';
    if (i == before.len)
        return false;
    return last == ']' || last == '|' || last == '>' || (last >= '0' && last <= '9') ||
           (i > 1 && last == 'Z' && before.data[i - 2] >= '0' && before.data[i - 2] <= '9') ||
           (i > 1 && last == ':' && before.data[i - 2] == ']');
}

static bool after_opening(const struct scan *scan)
{
    char before = scan->at ? scan->text.data[scan->at - 1] : '\n';

    return is_quote(before) || before == '{' || before == ',' || before == '(';
}

/* The quote before a name of n bytes that is still open after it: -H 'Token: x y'. Else NUL. */
static char outer_quote(const struct scan *scan, size_t n)
{
    char before = scan->at ? scan->text.data[scan->at - 1] : '\n';

    return is_quote(before) && byte_at(rest_of(scan), n) != before ? before : '\0';
}

/* True if the word before this place is "ENV": "ENV NAME value" needs no equals sign. */
static bool after_env(const struct scan *scan)
{
    struct span before = before_here(scan);

    if (!before.len || !is_blank(before.data[before.len - 1]))
        return false;
    /* Up to the word before and no further: what a line begins with may be long. */
    while (before.len && is_blank(before.data[before.len - 1]))
        before.len--;
    return span_ends_with(before, "ENV") &&
           (before.len == 3 || !byte_is_name(before.data[before.len - 4]));
}

/* The length of the header's name, with its colon, whose value is a secret of several words; 0: none. text is not empty. */
static size_t secret_header(struct span text)
{
    static const char *const names[] = {"authorization:", "proxy-authorization:", NULL};
    static const char *const exactly[] = {"Cookie:", "Set-Cookie:",
                                          NULL}; /* "bad cookie: x" is none */

    for (const char *const *name = names; *name; name++) {
        if ((text.data[0] | 0x20) == **name &&
            span_equal_nocase(span_head(text, strlen(*name)), span_string(*name)))
            return strlen(*name);
    }
    for (const char *const *name = exactly; *name; name++) {
        if (text.data[0] == **name && span_starts_with(text, *name))
            return strlen(*name);
    }
    return 0;
}

/* "Authorization: scheme value": two words, so all to the quote's or the line's end. */
static bool match_authorization(struct scan *scan)
{
    struct span rest = rest_of(scan);
    size_t n = secret_header(rest);
    size_t end;

    if (!n)
        return false;
    while (is_blank(byte_at(rest, n)))
        n++;
    for (end = n; !is_line_end(byte_at(rest, end)) && !is_quote(byte_at(rest, end)); end++) {
    }
    keep(scan, n);
    if (end > n)
        redact_mask(scan, end - n);
    return true;
}

/* True where a name of n bytes and a blank may be followed by a value: --name value, ENV NAME value, name : value. */
static bool may_stand_alone(const struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);
    size_t i = n;

    if (!is_blank(byte_at(rest, n)))
        return false;
    if (rest.data[0] == '-' || after_env(scan))
        return true;
    while (is_blank(byte_at(rest, i)))
        i++;
    return byte_at(rest, i) == '=' || byte_at(rest, i) == ':';
}

/* A header of HTTP that is of somebody's own, or GitLab's: it stands anywhere. */
static bool is_header(struct span name)
{
    return span_equal_nocase(span_head(name, 2), SPAN_LITERAL("x-")) ||
           span_equal_nocase(name, SPAN_LITERAL("private-token")) ||
           span_equal_nocase(name, SPAN_LITERAL("job-token"));
}

/* "?sig=...": of Azure's URLs that are signed for access. */
static bool is_signature(const struct scan *scan, size_t n)
{
    char before = scan->at ? scan->text.data[scan->at - 1] : '\0';

    return span_equal_string(span_head(rest_of(scan), n), "sig") &&
           (before == '?' || before == '&');
}

/* What passwd(1) itself says: "passwd: Authentication token manipulation error". */
static bool is_of_passwd(struct span name, struct span after)
{
    static const char *const starts[] = {": Authentication ", ": password ", ": user '",
                                         ": Permission denied", NULL};

    for (const char *const *start = starts; *start; start++) {
        if (span_equal_string(name, "passwd") && span_starts_with(after, *start))
            return true;
    }
    return false;
}

/*
 * "PASS: test-a" of Automake's tests, which is not indented as a variable in YAML is, "--- PASS: TestA" of Go's,
 * "NOPASSWD: ALL" of sudo's rules.
 */
static bool is_verdict(const struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);
    struct span name = span_head(rest, n);
    struct span before = before_here(scan);

    if (byte_at(rest, n) != ':')
        return false;
    if (span_equal_string(name, "PASS"))
        return before.len == 0 || is_line_end(before.data[before.len - 1]) ||
               span_ends_with(before, "--- ") ||
               (after_prefix(scan) && !span_ends_with(before, "  "));
    return span_equal_string(name, "NOPASSWD") || is_of_passwd(name, span_skip(rest, n));
}

static bool names_secret(const struct scan *scan, size_t n)
{
    return (redact_name_is_secret(span_head(rest_of(scan), n)) || is_signature(scan, n)) &&
           !is_verdict(scan, n);
}

/* True where a header, a YAML or a JSON member of that name may start. */
static bool may_be_member(const struct scan *scan, struct span name)
{
    return at_line_start(scan) || after_opening(scan) || after_prefix(scan) || is_header(name) ||
           redact_name_is_password(name);
}

/* "<password>value</password>", as Maven's settings have it. */
static bool match_element(struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);
    size_t end = n + 1;

    if (byte_at(rest, n) != '>' || scan->at == 0 || scan->text.data[scan->at - 1] != '<' ||
        !names_secret(scan, n))
        return false;
    while (end < rest.len && rest.data[end] != '<' && !is_line_end(rest.data[end]))
        end++;
    keep(scan, n + 1);
    if (end > n + 1)
        redact_mask(scan, end - n - 1);
    return true;
}

/*
 * NAME=value, NAME: value, "NAME": "value", --name value, ENV NAME value, where
 * the name is n bytes.  A colon, and a blank before the sign, count only where a
 * header, a YAML or a JSON member may start, or "unexpected token: x" would lose
 * its point.
 */
static bool match_name(struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);
    size_t i = n;
    bool member;
    bool alone;
    char outer;

    if (!names_secret(scan, n))
        return false;
    member = may_be_member(scan, span_head(rest, n));
    alone = span_starts_with(rest, "--") || after_env(scan);
    outer = outer_quote(scan, n);
    while (byte_at(rest, i) == '\\' || is_quote(byte_at(rest, i)))
        i++;
    while (is_blank(byte_at(rest, i)) && member)
        i++;
    if (byte_at(rest, i) == '=' || (byte_at(rest, i) == ':' && member)) {
        bool header = byte_at(rest, i++) == ':';

        while (is_blank(byte_at(rest, i)) && (header || member))
            i++;
        keep(scan, i);
        if (!(header && match_scheme(scan)))
            mask_word(scan, outer);
        return true;
    }
    if (is_blank(byte_at(rest, n)) && alone) {
        keep(scan, n + 1);
        mask_word(scan, outer);
        return true;
    }
    return false;
}

/* A user's name that is looked for; what does not match is looked at again. */
#define LONGEST_USER 256

/* "curl -uuser:password"; before is the line up to there. */
static bool match_attached_user(struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);

    if (n < 3 || !span_starts_with(rest, "-u") || byte_at(rest, n) != ':' ||
        !span_contains(before_here(scan), "curl "))
        return false;
    keep(scan, n + 1);
    mask_word(scan, '\0');
    return true;
}

/* curl's "-u user:password", "--user user:password"; not "-u 1000:1000". */
static bool match_user(struct scan *scan, size_t n)
{
    struct span rest = rest_of(scan);
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
    keep(scan, n + 1 + colon + 1);
    mask_word(scan, '\0');
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
    struct span rest = rest_of(scan);

    if (!span_starts_with(rest, "-p") || !after_login(scan, n > 2))
        return false;
    if (n > 2) {
        keep(scan, 2);
        mask_word(scan, '\0');
        return true;
    }
    while (is_blank(byte_at(rest, n)) || byte_at(rest, n) == '=')
        n++;
    keep(scan, n);
    mask_word(scan, '\0');
    return true;
}

bool redact_match(struct scan *scan)
{
    scan->window = scan->at + LIMIT_SECRET;

    struct span rest = rest_of(scan);
    char before = scan->at ? scan->text.data[scan->at - 1] : ' ';
    size_t n = 0;
    char next;

    if (rest.data[0] == '-' && match_pem(scan))
        return true;
    if (byte_is_alnum(rest.data[0]) && !byte_is_alnum(before) &&
        (match_token(scan) || match_scheme(scan)))
        return true;
    if (!byte_is_name(rest.data[0]) || byte_is_name(before))
        return false;
    while (n < rest.len && byte_is_name(rest.data[n]))
        n++;
    next = byte_at(rest, n);
    if (next != ':' && next != '=' && next != '\\' && next != '>' && !is_quote(next) &&
        !may_stand_alone(scan, n))
        return false;
    return match_url(scan, n) || match_user(scan, n) || match_attached_user(scan, n) ||
           match_login(scan, n) || match_authorization(scan) || match_element(scan, n) ||
           match_name(scan, n);
}
