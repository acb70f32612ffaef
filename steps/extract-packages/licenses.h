/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Licences as package databases spell them, and SPDX licence expressions (SPDX 2.3, annex D).
 * The ids known are those of SPDX licence list 3.28, in spdx/, which are the ones that
 * the schemas of CycloneDX accept.
 */
#ifndef LICENSES_H
#define LICENSES_H

#include <jansson.h>

#include "strbuf.h"

/* Of the list that the ids in spdx/ are from. */
#define SPDX_LIST_VERSION "3.28"

enum license_form {
    LICENSE_NAME,       /* some words: no expression of ids that are known */
    LICENSE_ID,         /* one id of the list */
    LICENSE_EXPRESSION, /* ids, perhaps with '+', WITH, AND, OR and parentheses */
};

/*
 * What text is.  Of an id or expression the canonical form is appended to out: ids as the list
 * spells them, operators in capitals, one blank between words.
 */
enum license_form license_read(struct span text, struct strbuf *out);

/*
 * All licences of a package (an array of strings) as one expression, joined by AND, into out,
 * which is empty and stays so when there is none; what is no expression stands in it as
 * license_reference() makes it.
 */
void licenses_join(const json_t *licenses, struct strbuf *out);

/* "LicenseRef-" and 16 hexadecimal digits that follow from the text (SPDX 2.3, clause 10.1). */
#define LICENSE_REFERENCE_SIZE 28
struct license_reference {
    char text[LICENSE_REFERENCE_SIZE];
};
struct license_reference license_reference(struct span text);

#endif
