/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pom.xml, by expat. */
#include "java_pom.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "json_in.h"
#include "path_table.h"
#include "xalloc.h"

/* project/licenses/license/name is the deepest that is read. */
#define DEEPEST 4
/* Elements within elements: expat keeps memory for each; a plugin's configuration goes to 15. */
#define DEEPEST_ELEMENT 200
#define MOST_LICENSES 16
#define MOST_PROPERTIES 10000
/* Names that are resolved for one file: real versions take three. */
#define MOST_LOOKUPS 100
#define DEEPEST_LOOKUP 8

struct pom {
    XML_Parser parser;
    size_t depth;
    struct strbuf path; /* of the open element, "/project/parent/version" */
    size_t path_ends[DEEPEST + 1];
    struct strbuf text;
    struct maven_id own;
    struct maven_id parent;
    json_t *properties; /* owned */
    json_t *licenses;   /* borrowed */
    size_t lookups;
    const char *refused; /* a constant: why the parser was stopped */
};

static void pom_init(struct pom *pom, json_t *licenses)
{
    struct strbuf *names[] = {&pom->own.group,    &pom->own.artifact,    &pom->own.version,
                              &pom->parent.group, &pom->parent.artifact, &pom->parent.version};

    *pom = (struct pom){.properties = json_new_object(), .licenses = licenses};
    strbuf_init(&pom->path, LIMIT_PACKAGE_NAME);
    strbuf_init(&pom->text, LIMIT_PACKAGE_NAME);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        strbuf_init(names[i], LIMIT_PACKAGE_NAME);
}

static void pom_release(struct pom *pom)
{
    if (pom->parser)
        XML_ParserFree(pom->parser);
    strbuf_release(&pom->path);
    strbuf_release(&pom->text);
    maven_id_release(&pom->own);
    maven_id_release(&pom->parent);
    json_decref(pom->properties);
}

/* ---- what expat tells ---- */

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
    struct pom *pom = context;

    (void)attributes;
    if (++pom->depth > DEEPEST_ELEMENT) {
        pom->refused = "elements are nested too deep";
        XML_StopParser(pom->parser, XML_FALSE);
    }
    if (pom->depth > DEEPEST)
        return;
    pom->path_ends[pom->depth] = pom->path.len;
    strbuf_addf(&pom->path, "/%s", name);
    strbuf_clear(&pom->text);
}

static void XMLCALL on_text(void *context, const XML_Char *text, int length)
{
    struct pom *pom = context;

    if (pom->depth <= DEEPEST)
        strbuf_add(&pom->text, text, (size_t)length);
}

static void take_id(struct maven_id *id, struct span member, struct span text)
{
    if (span_equal_string(member, "groupId"))
        java_id_set(&id->group, text);
    else if (span_equal_string(member, "artifactId"))
        java_id_set(&id->artifact, text);
    else if (span_equal_string(member, "version"))
        java_id_set(&id->version, text);
}

static void take_element(struct pom *pom, struct span path, struct span text)
{
    if (span_eat(&path, "/project/properties/")) {
        STRBUF_AUTO(name, LIMIT_PACKAGE_NAME);
        strbuf_add_span(&name, path);
        if (json_object_size(pom->properties) < MOST_PROPERTIES)
            json_put_string(pom->properties, name.data, text);
    } else if (span_equal_string(path, "/project/licenses/license/name")) {
        if (text.len && json_array_size(pom->licenses) < MOST_LICENSES)
            json_append_take(pom->licenses, json_new_string(text));
    } else if (span_eat(&path, "/project/parent/")) {
        take_id(&pom->parent, path, text);
    } else if (span_eat(&path, "/project/")) {
        take_id(&pom->own, path, text);
    }
}

static void XMLCALL on_end(void *context, const XML_Char *name)
{
    struct pom *pom = context;

    (void)name;
    if (pom->depth-- > DEEPEST)
        return;
    if (!strbuf_overflowed(&pom->path) && !strbuf_overflowed(&pom->text))
        take_element(pom, strbuf_span(&pom->path), span_trim(strbuf_span(&pom->text)));
    strbuf_truncate(&pom->path, pom->path_ends[pom->depth + 1]);
    pom->path.overflowed = pom->path.len >= LIMIT_PACKAGE_NAME;
    strbuf_clear(&pom->text);
}

/* Entities, what bombs are made of, are declared there alone; Maven's own reader knows none. */
static void XMLCALL on_document_type(void *context, const XML_Char *name, const XML_Char *system_id,
                                     const XML_Char *public_id, int declares)
{
    struct pom *pom = context;

    (void)name, (void)system_id, (void)public_id;
    if (!declares)
        return;
    pom->refused = "it has declarations of its own";
    XML_StopParser(pom->parser, XML_FALSE);
}

/* What expat does not know (windows-1252) has its letters of names where Latin-1 has them. */
static int XMLCALL on_encoding(void *context, const XML_Char *name, XML_Encoding *info)
{
    (void)context, (void)name;
    for (int i = 0; i < 256; i++)
        info->map[i] = i;
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    return XML_STATUS_OK;
}

static void *resize(void *old, size_t size)
{
    return xreallocarray(old, size ? size : 1, 1);
}

static bool parse(struct pom *pom, struct span text, struct error *err)
{
    static const XML_Memory_Handling_Suite memory = {xmalloc, resize, free};
    struct path_key salt = path_key_of_process();
    const char *why;

    pom->parser = XML_ParserCreate_MM(NULL, &memory, NULL);
    if (!pom->parser)
        out_of_memory();
    /* Else expat would open a device for it. */
    XML_SetHashSalt(pom->parser, (unsigned long)path_hash(salt, SPAN_LITERAL("pom.xml")) | 1);
    XML_SetUserData(pom->parser, pom);
    XML_SetElementHandler(pom->parser, on_start, on_end);
    XML_SetCharacterDataHandler(pom->parser, on_text);
    XML_SetStartDoctypeDeclHandler(pom->parser, on_document_type);
    XML_SetUnknownEncodingHandler(pom->parser, on_encoding, NULL);
    if (XML_Parse(pom->parser, text.data ? text.data : "", (int)text.len, XML_TRUE) ==
        XML_STATUS_OK)
        return true;
    why = pom->refused ? pom->refused : XML_ErrorString(XML_GetErrorCode(pom->parser));
    return error_set(err, ERROR_MALFORMED, "pom.xml, line %lu: %s",
                     (unsigned long)XML_GetCurrentLineNumber(pom->parser), why);
}

/* ---- ${...} ---- */

static struct span id_member(const struct maven_id *id, struct span member)
{
    if (span_equal_string(member, "groupId"))
        return strbuf_span(&id->group);
    if (span_equal_string(member, "artifactId"))
        return strbuf_span(&id->artifact);
    if (span_equal_string(member, "version"))
        return strbuf_span(&id->version);
    return span_of(NULL, 0);
}

/* "project.", the old "pom." and no prefix at all mean the same. */
static struct span look_up(const struct pom *pom, struct span name)
{
    struct span value;

    STRBUF_AUTO(key, LIMIT_PACKAGE_NAME);
    strbuf_add_span(&key, name);
    value = json_in_span(json_object_get(pom->properties, key.data));
    if (value.len)
        return value;
    if (!span_eat(&name, "project."))
        span_eat(&name, "pom.");
    if (span_eat(&name, "parent."))
        return id_member(&pom->parent, name);
    value = id_member(&pom->own, name);
    return value.len ? value : id_member(&pom->parent, name);
}

/* False when a name stays unknown, or names lead in circles. */
static bool resolve(struct pom *pom, struct span text, size_t depth, struct strbuf *out)
{
    while (text.len) {
        size_t begin = span_find(text, "${");
        struct span rest = span_skip(text, begin + 2);
        size_t end = span_find_byte(rest, '}');
        struct span value;

        strbuf_add_span(out, span_head(text, begin));
        if (begin == text.len)
            break;
        value = look_up(pom, span_head(rest, end));
        if (end == rest.len || !value.len || depth == DEEPEST_LOOKUP ||
            pom->lookups++ == MOST_LOOKUPS || !resolve(pom, value, depth + 1, out))
            return false;
        text = span_skip(rest, end + 1);
    }
    return !strbuf_overflowed(out);
}

static void resolve_into(struct pom *pom, const struct strbuf *own, const struct strbuf *inherited,
                         struct strbuf *ret)
{
    const struct strbuf *from = own->len ? own : inherited;

    strbuf_clear(ret);
    if (!resolve(pom, strbuf_span(from), 0, ret))
        strbuf_clear(ret);
}

bool java_pom_xml_read(struct span text, struct maven_id *id, json_t *licenses, struct error *err)
{
    static const struct strbuf nothing = {.data = strbuf_empty};
    CLEANUP(pom_release) struct pom pom;

    pom_init(&pom, licenses);
    if (!parse(&pom, text, err))
        return false;
    resolve_into(&pom, &pom.own.group, &pom.parent.group, &id->group);
    resolve_into(&pom, &pom.own.artifact, &nothing, &id->artifact);
    resolve_into(&pom, &pom.own.version, &pom.parent.version, &id->version);
    return true;
}
