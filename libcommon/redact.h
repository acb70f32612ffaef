/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * No secret enters a document or a message: values of variables with secret-like
 * names, token shapes, and the userinfo of URLs are replaced by REDACTED.
 *
 * Masking is by rule, not by list of secrets, so it errs on the side of hiding:
 * a value is masked when its variable's name says so (PASSWORD, PASSWD, SECRET,
 * TOKEN, API_KEY, ACCESS_KEY, PRIVATE_KEY, SIGNING_KEY, MASTER_KEY, CREDENTIAL, AUTH as
 * whole words between '_', '-', '.' or camel-case bounds, PGPASSWORD by its end), when it
 * has the shape of a known token (ghp_, gho_, github_pat_, glpat-, xox?-, AKIA..., AIza...,
 * sk-, SG., npm_, pypi-, eyJ...eyJ JWTs, "Bearer ...", "Basic ...", PEM private key lines),
 * is the password or token in scheme://user:password@host or signs an URL (X-Amz-Signature,
 * sig), is a header's (Authorization, Cookie, X-...-Token), or stands after -p of a login command or of MySQL's.
 * "NAME: value" is an assignment at a line's start, also behind what platforms put there, within braces or quotes,
 * and anywhere where NAME is a password's or a key's (PASSWORD, PASSPHRASE, API_KEY ...).
 */
#ifndef REDACT_H
#define REDACT_H

#include "cleanup.h"
#include "span.h"
#include "strbuf.h"

#define REDACTED "***"

/* Appends text to out with every secret masked; returns how many places were masked. */
size_t redact_append(struct strbuf *out, struct span text);

/*
 * The same of a text that comes in pieces, cut anywhere, with 270 KB of memory: what is appended to out in all is
 * what redact_append gives of the whole.  What is looked at to tell a secret, in either case, is LIMIT_SECRET
 * bytes: of one whose end is not among them all is hidden up to the end of its line, of a private key up to its end.
 *
 *     while (...) redactor_add(redactor, &out, piece);
 *     masked = redactor_finish(redactor, &out);
 *
 * One call appends at most twice the bytes of the piece and LIMIT_SECRET.
 */
struct redactor;
struct redactor *redactor_new(void);
void redactor_add(struct redactor *r, struct strbuf *out, struct span piece);
/* Its end: appends what was held back, and returns how many places were masked in all. */
size_t redactor_finish(struct redactor *r, struct strbuf *out);
void redactor_free(struct redactor *r);
DEFINE_CLEANUP(cleanup_redactor, struct redactor *, redactor_free)

/*
 * The same where there is an URL in the text, else text as it is: for names and requirements, which
 * are no assignments ("auth-token==1", "libpam-auth:any").
 */
size_t redact_append_urls(struct strbuf *out, struct span text);
/*
 * True of text that is too short and too plain to hold a secret: who writes many such need not copy
 * them.  False says nothing.
 */
bool redact_is_clean(struct span text);
/* True if a variable of this name holds a secret by its name alone. */
bool redact_name_is_secret(struct span name);
/* True of a name that is a password's or a key's, and no word of a message ("unexpected token: x"). */
bool redact_name_is_password(struct span name);
/* "NAME=value": masks the value whole when the name says so, else as redact_append. */
size_t redact_append_assignment(struct strbuf *out, struct span assignment);

#endif
