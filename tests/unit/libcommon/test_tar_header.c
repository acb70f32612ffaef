/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tar_begins() on headers with checksums of every spelling. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tar_header.h"

/* How a checksum is written. */
struct spelling {
    int digits; /* below 0: blanks in front instead of zeros */
    const char *end;
};

static void make(char *block, const char *name, struct spelling how, int add)
{
    int sum = 8 * ' ' + add;

    memset(block, 0, TAR_BLOCK);
    memcpy(block, name, strlen(name));
    for (size_t i = 0; i < TAR_BLOCK; i++)
        sum += (unsigned char)block[i];
    if (how.digits < 0)
        snprintf(block + 148, 8, "%*o%s", -how.digits, (unsigned)sum, how.end);
    else
        snprintf(block + 148, 8, "%0*o%s", how.digits, (unsigned)sum, how.end);
}

static void knows_headers(void **state)
{
    static const struct spelling formats[] = {{6, ""}, {6, " "}, {-6, ""}, {-7, ""}, {7, ""}};
    static const struct spelling usual = {6, ""};
    char block[TAR_BLOCK];

    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        make(block, "name", formats[i], 0);
        assert_true(tar_begins(span_of(block, sizeof block)));
        make(block, "name", formats[i], 1);
        assert_false(tar_begins(span_of(block, sizeof block)));
        block[0] ^= 1;
        assert_true(tar_begins(span_of(block, sizeof block)));
    }
    /* Bytes above 127 were negative once. */
    make(block, "\xc3\xa4", usual, 0);
    assert_true(tar_begins(span_of(block, sizeof block)));
    make(block, "\xc3\xa4", usual, -512);
    assert_true(tar_begins(span_of(block, sizeof block)));
    make(block, "\xc3\xa4", usual, -256);
    assert_false(tar_begins(span_of(block, sizeof block)));
}

static void knows_the_ends(void **state)
{
    char block[TAR_BLOCK] = {0};

    (void)state;
    assert_true(tar_begins(span_of(NULL, 0)));
    assert_true(tar_begins(span_of(block, sizeof block)));
    assert_false(tar_begins(span_of(block, sizeof block - 1)));
    block[511] = 1;
    assert_false(tar_begins(span_of(block, sizeof block)));
    memset(block, '7', sizeof block);
    assert_false(tar_begins(span_of(block, sizeof block)));
    memset(block, ' ', sizeof block);
    assert_false(tar_begins(span_of(block, sizeof block)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_headers),
        cmocka_unit_test(knows_the_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
