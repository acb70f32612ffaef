/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "glob.h"

/* Where to go on when what follows a star did not match: one byte further. */
struct retry {
    bool is_set;
    struct span pattern; /* after the star */
    struct span path;    /* from where the star's bytes were taken last */
};

/* Lets the star take one byte more; a single one takes no '/'. */
static bool try_again(struct retry *star, bool crosses_folders, struct span *pattern,
                      struct span *path)
{
    if (!star->is_set || !star->path.len || (!crosses_folders && *star->path.data == '/'))
        return false;
    star->path = span_skip(star->path, 1);
    *pattern = star->pattern;
    *path = star->path;
    return true;
}

/* At the pattern's end: all of the path, or a folder that it lies in. */
static bool is_at_end(struct span pattern, struct span path)
{
    return !pattern.len && (!path.len || *path.data == '/');
}

static bool matches_one(struct span pattern, struct span path)
{
    return pattern.len && path.len &&
           (*pattern.data == *path.data || (*pattern.data == '?' && *path.data != '/'));
}

static bool matches(struct span pattern, struct span path)
{
    struct retry star = {0};
    struct retry stars = {0};

    while (!is_at_end(pattern, path)) {
        if (span_eat(&pattern, "**")) {
            /* No component is also a match of "**" and the slash after it. */
            span_eat(&pattern, "/");
            stars = (struct retry){true, pattern, path};
            star.is_set = false;
        } else if (span_eat(&pattern, "*")) {
            star = (struct retry){true, pattern, path};
        } else if (matches_one(pattern, path)) {
            pattern = span_skip(pattern, 1);
            path = span_skip(path, 1);
        } else if (!try_again(&star, false, &pattern, &path)) {
            star.is_set = false;
            if (!try_again(&stars, true, &pattern, &path))
                return false;
        }
    }
    return true;
}

bool glob_excludes(struct span pattern, struct span path)
{
    bool from_root = span_eat(&pattern, "/") || span_eat(&pattern, "./");

    while (span_ends_with(pattern, "/"))
        pattern.len--;
    if (!pattern.len)
        return from_root;
    if (matches(pattern, path) || from_root)
        return matches(pattern, path);
    for (size_t i = 0; i < path.len; i++)
        if (path.data[i] == '/' && matches(pattern, span_skip(path, i + 1)))
            return true;
    return false;
}
