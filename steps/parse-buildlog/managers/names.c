/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "names.h"

#include "byte_class.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct span skip_blanks(struct span s)
{
    size_t n = 0;

    while (n < s.len && (s.data[n] == ' ' || s.data[n] == '\t'))
        n++;
    return span_skip(s, n);
}

struct span next_word(struct span *rest)
{
    struct span word = skip_blanks(*rest);

    *rest = word;
    word.len = span_find_byte(word, ' ');
    word.len = span_find_byte(word, '\t');
    *rest = skip_blanks(span_skip(*rest, word.len));
    return word;
}

bool is_version(struct span word)
{
    if (word.len && word.data[0] == 'v')
        word = span_skip(word, 1);
    return word.len && is_digit(word.data[0]);
}

static bool is_one_of(char c, const char *all)
{
    while (*all && *all != c)
        all++;
    return *all;
}

bool is_name(struct span word, const char *more)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!byte_is_alnum(word.data[i]) && !is_one_of(word.data[i], more))
            return false;
    }
    return word.len > 0;
}

/* Where " (" stands first. */
static size_t find_opening(struct span text)
{
    size_t at = span_find_byte(text, '(');

    while (at < text.len && (at == 0 || text.data[at - 1] != ' '))
        at += 1 + span_find_byte(span_skip(text, at + 1), '(');
    return at < text.len ? at - 1 : text.len;
}

bool split_parenthesis(struct span text, struct span *ret_name, struct span *ret_inside,
                       struct span *ret_rest)
{
    size_t open = find_opening(text);
    struct span inside = span_skip(text, open + 2);
    size_t close = span_find_byte(inside, ')');

    if (open == text.len || close == inside.len)
        return false;
    *ret_name = span_trim(span_head(text, open));
    *ret_inside = span_head(inside, close);
    *ret_rest = span_skip(inside, close + 1);
    return ret_name->len && ret_inside->len;
}

bool split_dash(struct span text, struct span *ret_name, struct span *ret_version)
{
    for (size_t i = text.len; i-- > 1;) {
        if (text.data[i] != '-' || i + 1 == text.len || !is_digit(text.data[i + 1]))
            continue;
        *ret_name = span_head(text, i);
        *ret_version = span_skip(text, i + 1);
        return true;
    }
    return false;
}

bool split_at(struct span text, struct span *ret_name, struct span *ret_version)
{
    size_t at = span_find_last_byte(text, '@');

    if (at == 0 || at + 1 >= text.len)
        return false;
    *ret_name = span_head(text, at);
    *ret_version = span_skip(text, at + 1);
    return true;
}

bool is_rpm_arch(struct span word)
{
    static const char *const names[] = {"x86_64", "noarch",  "aarch64", "i686",    "i586",  "i386",
                                        "s390x",  "ppc64le", "armv7hl", "riscv64", "ppc64", "src"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (span_equal_string(word, names[i]))
            return true;
    }
    return false;
}

bool split_nevra(struct span text, struct span *ret_name, struct span *ret_version)
{
    size_t dot = span_find_last_byte(text, '.');
    size_t release;
    size_t version;

    if (dot < text.len && is_rpm_arch(span_skip(text, dot + 1)))
        text = span_head(text, dot);
    release = span_find_last_byte(text, '-');
    if (release + 1 >= text.len)
        return false;
    version = span_find_last_byte(span_head(text, release), '-');
    if (version == 0 || version + 1 >= release)
        return false;
    *ret_name = span_head(text, version);
    *ret_version = span_skip(text, version + 1);
    return is_name(*ret_name, "-_.+") && is_name(*ret_version, "-_.+~^:");
}

/* ---- artifacts of Python ---- */

static struct span file_name(struct span artifact)
{
    struct span path = span_head(artifact, span_find_byte(artifact, '#'));
    size_t slash;

    path = span_head(path, span_find_byte(path, '?'));
    slash = span_find_last_byte(path, '/');
    return slash < path.len ? span_skip(path, slash + 1) : path;
}

static bool drop_end(struct span *name, const char *end)
{
    if (!span_ends_with(*name, end))
        return false;
    name->len -= span_string(end).len;
    return true;
}

/* PEP 427: name-version[-build]-python-abi-platform, no '-' within any. */
static bool split_wheel(struct span file, struct span *ret_name, struct span *ret_version)
{
    return span_split(&file, '-', ret_name) && span_split(&file, '-', ret_version) && file.len &&
           ret_name->len && ret_version->len;
}

bool split_artifact(struct span artifact, struct span *ret_name, struct span *ret_version)
{
    static const char *const archives[] = {".tar.gz", ".zip", ".tar.bz2", ".tgz", ".tar.xz"};
    struct span file = file_name(artifact);

    drop_end(&file, ".metadata"); /* PEP 658 */
    if (drop_end(&file, ".whl"))
        return split_wheel(file, ret_name, ret_version);
    for (size_t i = 0; i < sizeof archives / sizeof *archives; i++) {
        if (drop_end(&file, archives[i]))
            return split_dash(file, ret_name, ret_version);
    }
    return false;
}
