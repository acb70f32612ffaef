/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A request as options of a libcurl transfer, for http.c, which adds where bytes come from and go. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include "http.h"

struct curl_slist;

/*
 * easy is a CURL *.  proxy NULL: none.  bundle: the system's authorities are read from their one file as well as
 * from their folder, which takes a megabyte and 15 ms for each connection.  *ret_headers, NULL before, is the
 * caller's to free, in either case, when the transfer is over.  False when libcurl does not take an
 * option, which is when memory is out.
 */
bool http_request_apply(void *easy, const struct http_request *request, const char *proxy,
                        bool bundle, struct curl_slist **ret_headers);

#endif
