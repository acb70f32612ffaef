/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A JSON string's text (RFC 8259, 7), decoded as it streams.
 *
 *     struct json_text text = {0};
 *     rest = json_text_decode(&text, bytes_after_the_quote, &out);   (again, until text.ended)
 *
 * Never fails: what is no escape sequence is taken as it stands, and a lone surrogate becomes
 * U+FFFD.  So a record that was cut off still gives the text that it has.
 */
#ifndef JSON_TEXT_H
#define JSON_TEXT_H

#include "span.h"
#include "strbuf.h"

enum json_text_state { JSON_TEXT_PLAIN, JSON_TEXT_ESCAPE, JSON_TEXT_HEX };

struct json_text {
    enum json_text_state state;
    unsigned digits; /* of the code unit that were read */
    uint32_t unit;   /* UTF-16 */
    uint32_t high;   /* the first half of a surrogate pair; 0: none waits */
    bool ended;      /* at the closing quote */
};

/* Appends the text to out, up to the closing quote; returns what follows that. */
struct span json_text_decode(struct json_text *text, struct span in, struct strbuf *out);
/*
 * Moves *rest past ,"NAME":" or {"NAME":" (blanks may follow the colon); false when there is no
 * such member.  No text within a string can look like it: its quotes are escaped.
 */
bool json_text_find(struct span *rest, const char *name);

/* A member of an object; both spans look into its text. */
struct json_member {
    struct span name; /* as it stands, without its quotes */
    struct span
        value; /* a string's from behind its quote, up to the text's end; of others, nothing */
    bool is_string;
};

/*
 * Moves *rest, behind an object's "{" or one of its members, past the next member; false at the object's end, or where the text is
 * cut off or no JSON. Objects and arrays are passed over, whatever is in them.
 */
bool json_text_member(struct span *rest, struct json_member *ret);
/* True of null, false, 0, "", [] and {}. */
bool json_text_is_empty(const struct json_member *member);

#endif
