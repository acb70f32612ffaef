/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which proxy a URL is asked through.  It is decided here, not by libcurl, as that does not tell: whether the
 * address that is connected to is the target's is what http.c must know.
 *
 * http_proxy or HTTP_PROXY, for https URLs https_proxy or HTTPS_PROXY, else all_proxy or ALL_PROXY; none for what
 * no_proxy or NO_PROXY lists: "*", names with all below them, addresses, networks (10.0.0.0/8), each
 * perhaps with a port, between commas or blanks.  This is what libcurl and Go make of them, where they agree.
 */
#ifndef HTTP_PROXY_H
#define HTTP_PROXY_H

#include "http_url.h"
#include "span.h"

/* Borrowed from the environment; NULL: none. */
const char *http_proxy_for(const struct http_url *url);

/* Pure: true if the list has the URL's host. */
bool http_proxy_excepts(struct span list, const struct http_url *url);

#endif
