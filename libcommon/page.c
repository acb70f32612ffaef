/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include "text.h"

#define LABEL_WIDTH 10
/* Columns of text after the label: easily read, and within a terminal of 100. */
#define TEXT_WIDTH 88

void page_paint(struct page *page, const char *sequence)
{
    if (page->colour)
        strbuf_add_string(page->out, sequence);
}

void page_label(struct page *page, const char *label)
{
    strbuf_addf(page->out, "%-*s", LABEL_WIDTH, label);
}

void page_text(struct page *page, struct span text)
{
    size_t start = page->out->len;

    text_append_utf8(page->out, text);
    for (size_t i = start; i < page->out->len; i++)
        if (page->out->data[i] == '\t')
            page->out->data[i] = ' ';
    text_mask_controls(page->out->data + start, page->out->len - start);
}

size_t page_width(struct span text)
{
    size_t width = 0;

    /* Every byte but those that continue a UTF-8 sequence. */
    for (size_t i = 0; i < text.len; i++)
        width += ((unsigned char)text.data[i] & 0xc0) != 0x80;
    return width;
}

void page_cell(struct page *page, struct span text, size_t width)
{
    page_text(page, text);
    for (size_t used = page_width(text); used < width; used++)
        strbuf_add_byte(page->out, ' ');
}

/* On a runner of GitHub Actions a line that begins so is a command, whatever blanks stand before it. */
static void guard(struct page *page, struct span text)
{
    if (span_starts_with(span_trim(text), "::"))
        strbuf_add_string(page->out, "| ");
}

void page_paragraph(struct page *page, struct span text)
{
    size_t used = 0;
    struct span word;

    while (span_split(&text, ' ', &word)) {
        size_t width = page_width(word);

        if (used && used + 1 + width > TEXT_WIDTH) {
            strbuf_add_byte(page->out, '\n');
            page_label(page, "");
            used = 0;
        } else if (used) {
            strbuf_add_byte(page->out, ' ');
            used++;
        }
        if (!used)
            guard(page, word);
        page_text(page, word);
        used += width;
    }
    strbuf_add_byte(page->out, '\n');
}

void page_line(struct page *page, struct span text)
{
    guard(page, text);
    /* Bytes, not columns: a cut sequence shows as U+FFFD, which is no harm. */
    page_text(page, span_head(text, TEXT_WIDTH));
    if (text.len > TEXT_WIDTH)
        strbuf_add_string(page->out, " ...");
    strbuf_add_byte(page->out, '\n');
}

void page_size(struct page *page, int64_t bytes)
{
    static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
    double value = (double)bytes;
    size_t unit = 0;

    while (value >= 999.5 && unit < 4) {
        value /= 1000;
        unit++;
    }
    strbuf_addf(page->out, "%.*f %s", unit && value < 99.5, value, units[unit]);
}
