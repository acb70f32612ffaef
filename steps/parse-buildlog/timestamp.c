/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timestamp.h"

#include <stdbool.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* True if text has shape's form: '0' stands for a digit, all else for itself. */
static bool has_shape(struct span text, const char *shape)
{
    for (size_t i = 0; shape[i]; i++) {
        if (i >= text.len || (shape[i] == '0' ? !is_digit(text.data[i]) : text.data[i] != shape[i]))
            return false;
    }
    return true;
}

static int64_t number_at(struct span text, size_t at, size_t digits)
{
    int64_t value = 0;

    for (size_t i = at; i < at + digits; i++)
        value = value * 10 + (text.data[i] - '0');
    return value;
}

/* ".123456" or ",123": its length, and the first three digits. */
static size_t fraction_length(struct span text, int64_t *ms)
{
    int64_t unit = 100;
    size_t n = 1;

    if (text.len < 2 || (text.data[0] != '.' && text.data[0] != ',') || !is_digit(text.data[1]))
        return 0;
    for (; n < text.len && is_digit(text.data[n]); n++) {
        *ms += (text.data[n] - '0') * unit;
        unit /= 10;
    }
    return n;
}

size_t timestamp_clock_length(struct span text, int64_t *ret_ms)
{
    if (!has_shape(text, "00:00:00"))
        return 0;
    *ret_ms =
        ((number_at(text, 0, 2) * 60 + number_at(text, 3, 2)) * 60 + number_at(text, 6, 2)) * 1000;
    return 8 + fraction_length(span_skip(text, 8), ret_ms);
}

/* "Z", "+02:00" or "+0200": its length, 0 if there is none. */
static size_t zone_length(struct span text, int64_t *ms)
{
    size_t colon = text.len > 3 && text.data[3] == ':';
    int64_t minutes;

    if (text.len && text.data[0] == 'Z')
        return 1;
    if (!has_shape(text, colon ? "+00:00" : "+0000") &&
        !has_shape(text, colon ? "-00:00" : "-0000"))
        return 0;
    minutes = number_at(text, 1, 2) * 60 + number_at(text, 3 + colon, 2);
    *ms += (text.data[0] == '+' ? -minutes : minutes) * 60 * 1000;
    return 5 + colon;
}

/* Days since 1970-01-01 in the Gregorian calendar; the year begins in March, so that leap days end it. */
static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
    int64_t y = month > 2 ? year : year - 1;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return y * 365 + y / 4 - y / 100 + y / 400 + day_of_year - 719468;
}

size_t timestamp_length(struct span text, int64_t *ret_ms)
{
    size_t clock;
    size_t zone;
    int64_t ms;

    if (text.len < 20 || text.data[10] != 'T' || !has_shape(text, "0000-00-00T"))
        return 0;
    clock = timestamp_clock_length(span_skip(text, 11), &ms);
    if (clock == 0)
        return 0;
    ms += days_of(number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)) *
          TIMESTAMP_DAY;
    zone = zone_length(span_skip(text, 11 + clock), &ms);
    if (zone == 0)
        return 0;
    *ret_ms = ms;
    return 11 + clock + zone;
}

/* "Jan" is 1; 0 if text begins with no month's name. */
static int64_t month_of(struct span text)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    size_t at =
        span_find(SPAN_LITERAL(names), (const char[]){text.data[0], text.data[1], text.data[2], 0});

    return at % 3 || at == sizeof names - 1 ? 0 : (int64_t)at / 3 + 1;
}

size_t timestamp_local_length(struct span text, int64_t *ret_ms)
{
    bool named = text.len > 20 && text.data[5] >= 'A';
    size_t date = named ? 11 : 10;
    int64_t month;
    size_t clock;

    if (text.len < date + 9 || text.data[date] != ' ' ||
        !has_shape(text, named ? "0000-" : "0000-00-00 ") ||
        (named && !has_shape(span_skip(text, 8), "-00 ")))
        return 0;
    month = named ? month_of(span_skip(text, 5)) : number_at(text, 5, 2);
    clock = timestamp_clock_length(span_skip(text, date + 1), ret_ms);
    if (clock == 0 || month == 0)
        return 0;
    *ret_ms += days_of(number_at(text, 0, 4), month, number_at(text, date - 2, 2)) * TIMESTAMP_DAY;
    return date + 1 + clock;
}

size_t timestamp_day_first_length(struct span text, int64_t *ret_ms)
{
    int64_t month;

    if (text.len < 20 || !has_shape(text, "00-") || !has_shape(span_skip(text, 6), "-0000 "))
        return 0;
    month = month_of(span_skip(text, 3));
    if (month == 0 || timestamp_clock_length(span_skip(text, 12), ret_ms) != 8)
        return 0;
    *ret_ms += days_of(number_at(text, 7, 4), month, number_at(text, 0, 2)) * TIMESTAMP_DAY;
    return 20;
}

int64_t timestamp_between(int64_t from, int64_t to)
{
    bool day = from < TIMESTAMP_DAY;

    if (from <= 0 || to <= 0 || day != (to < TIMESTAMP_DAY))
        return -1;
    if (to < from && day)
        to += TIMESTAMP_DAY;
    return to < from ? -1 : to - from;
}
