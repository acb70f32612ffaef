/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "generate_text.h"

#include <stdio.h>

void put_text(const char *text)
{
    if (!text) {
        fputs("NULL", stdout);
        return;
    }
    putchar('"');
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if (*c < 0x20 || *c > 0x7e || *c == '"' || *c == '\\' || *c == '?')
            printf("\\%03o", *c);
        else
            putchar(*c);
    }
    putchar('"');
}

void put_texts(const char *const *texts)
{
    fputs("(const char *const[]){", stdout);
    for (; *texts; texts++) {
        put_text(*texts);
        fputs(", ", stdout);
    }
    fputs("NULL}", stdout);
}

int generate(const char *program, bool put(struct error *err))
{
    struct error err = {0};

    if (!put(&err)) {
        fprintf(stderr, "%s: %s\n", program, err.message);
        return 1;
    }
    if (fflush(stdout) != 0) {
        fprintf(stderr, "%s: stdout could not be written\n", program);
        return 1;
    }
    return 0;
}
