int http_common;
