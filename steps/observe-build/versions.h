/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The orders of versions (version_order.h), and what they have in common.  Numbers have
 * any length, so they are compared as digits.
 */
#ifndef VERSIONS_H
#define VERSIONS_H

#include <string.h>

#include "span.h"

/* As version_compare(): false when a or b is no version. */
typedef bool compare_versions(struct span a, struct span b, int *ret_order);

compare_versions compare_deb;
compare_versions compare_rpm;
compare_versions compare_apk;
compare_versions compare_pep440;
compare_versions compare_semver; /* npm, cargo */
compare_versions compare_go;
compare_versions compare_nuget;
compare_versions compare_gem;
compare_versions compare_maven;

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The digits (letters) that *rest begins with, which moves past them; may be empty. */
struct span take_digits(struct span *rest);
struct span take_letters(struct span *rest);
/* Two runs of digits by value; the empty one is 0. */
int compare_numbers(struct span a, struct span b);
/* "version[-release]" of deb and rpm: each part by compare_part, cut at the last dash. */
int compare_version_release(struct span a, struct span b,
                            int (*compare_part)(struct span a, struct span b));

#endif
