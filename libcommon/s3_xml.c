/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libxml2 for libs3, which reads lists of objects with it and calls these four in its place
 * (mk/libs3.mk).  It is loaded by the first of them: with the libraries that it brings, it would
 * cost every start of a program that lists nothing.  Only one thread calls libs3 at a time.
 */
#include <dlfcn.h>
#include <string.h>

/* As libxml/parser.h and libxml/entities.h have them, of pointers that nobody here looks behind. */
typedef void *create_parser(void *handlers, void *context, const char *chunk, int size,
                            const char *name);
typedef int parse_chunk(void *parser, const char *chunk, int size, int terminate);
typedef void free_parser(void *parser);
typedef void *find_entity(const unsigned char *name);

create_parser s3_xml_create;
parse_chunk s3_xml_parse;
free_parser s3_xml_free;
find_entity s3_xml_entity;

/* NULL where the library is not there; it stays until the process ends. */
static void *symbol(const char *name)
{
    static void *library;

    if (!library)
        library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, name) : NULL;
}

/* NULL is for libs3 an error of its own. */
void *s3_xml_create(void *handlers, void *context, const char *chunk, int size, const char *name)
{
    void *found = symbol("xmlCreatePushParserCtxt");
    create_parser *function;

    memcpy(&function, &found, sizeof function);
    return function ? function(handlers, context, chunk, size, name) : NULL;
}

int s3_xml_parse(void *parser, const char *chunk, int size, int terminate)
{
    void *found = symbol("xmlParseChunk");
    parse_chunk *function;

    memcpy(&function, &found, sizeof function);
    return function ? function(parser, chunk, size, terminate) : -1;
}

void s3_xml_free(void *parser)
{
    void *found = symbol("xmlFreeParserCtxt");
    free_parser *function;

    memcpy(&function, &found, sizeof function);
    if (function)
        function(parser);
}

void *s3_xml_entity(const unsigned char *name)
{
    void *found = symbol("xmlGetPredefinedEntity");
    find_entity *function;

    memcpy(&function, &found, sizeof function);
    return function ? function(name) : NULL;
}
