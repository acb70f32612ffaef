/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tar_header.h"

#include <stdint.h>

#define CHECKSUM_AT 148
#define CHECKSUM_SIZE 8

/* Octal digits between blanks, ended by a blank, a NUL or the field's end; -1: something else. */
static int64_t read_octal(struct span field)
{
    int64_t value = 0;
    size_t i = 0;

    while (i < field.len && field.data[i] == ' ')
        i++;
    if (i == field.len || field.data[i] < '0' || field.data[i] > '7')
        return -1;
    for (; i < field.len && field.data[i] >= '0' && field.data[i] <= '7'; i++)
        value = value * 8 + (field.data[i] - '0');
    return i == field.len || field.data[i] == ' ' || field.data[i] == '\0' ? value : -1;
}

bool tar_begins(struct span start)
{
    int64_t unsigned_sum = 0;
    int64_t signed_sum = 0; /* of old tars on machines whose char is signed */
    int64_t stated;

    if (start.len < TAR_BLOCK)
        return start.len == 0;
    for (size_t i = 0; i < TAR_BLOCK; i++) {
        bool own = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_SIZE;
        char byte = own ? ' ' : start.data[i];

        unsigned_sum += (unsigned char)byte;
        signed_sum += (signed char)byte;
    }
    stated = read_octal(span_head(span_skip(start, CHECKSUM_AT), CHECKSUM_SIZE));
    if (stated < 0) /* the sum of zero bytes is that of the eight blanks */
        return unsigned_sum == (int64_t)CHECKSUM_SIZE * ' ' && start.data[CHECKSUM_AT] == '\0';
    return stated == unsigned_sum || stated == signed_sum;
}
