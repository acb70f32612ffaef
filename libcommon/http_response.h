/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of a response, line by line, for http.c: what of it http.h tells. */
#ifndef HTTP_RESPONSE_H
#define HTTP_RESPONSE_H

#include "http.h"

/* "HTTP/1.1 200 OK"; of several headers (100 Continue, 103 Early Hints) the last counts. */
void http_response_begin(struct http_response *r, struct span line);
/* A field (RFC 9110, 5); most are passed over. */
void http_response_take(struct http_response *r, struct span name, struct span value);

#endif
