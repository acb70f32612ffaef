/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan.h"

#include <dlfcn.h>
#include <hs/hs.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

struct scanner {
    hs_database_t *database;
    hs_scratch_t *scratch;
    scan_handler *handler;
    void *context;
};

void scanner_free(struct scanner *scanner)
{
    if (!scanner)
        return;
    hs_free_scratch(scanner->scratch);
    hs_free_database(scanner->database);
    free(scanner);
}

/* ---- the compiler, which is loaded when it is needed ---- */

typedef hs_error_t compile_function(const char *const *, const unsigned *, const unsigned *,
                                    const size_t *, unsigned, unsigned, const hs_platform_info_t *,
                                    hs_database_t **, hs_compile_error_t **);

struct compiler {
    void *library;
    compile_function *compile;
    hs_error_t (*free_error)(hs_compile_error_t *);
};

/* POSIX has dlsym() return functions as objects, which ISO C does not convert. */
static bool symbol(const struct compiler *c, const char *name, void *ret, size_t size)
{
    void *found = dlsym(c->library, name);

    memcpy(ret, &found, size);
    return found != NULL;
}

static bool compiler_load(struct compiler *c, struct error *err)
{
    *c = (struct compiler){.library = dlopen("libhs.so.5", RTLD_NOW | RTLD_LOCAL)};
    if (c->library && symbol(c, "hs_compile_lit_multi", &c->compile, sizeof c->compile) &&
        symbol(c, "hs_free_compile_error", &c->free_error, sizeof c->free_error))
        return c->compile && c->free_error;
    error_set(err, ERROR_CONFIGURATION, "cannot load Vectorscan's compiler: %s", dlerror());
    return false;
}

static bool compile(const struct compiler *c, const struct mark_table *table,
                    const hs_platform_info_t *platform, hs_database_t **ret, struct error *err)
{
    CLEANUP(cleanup_free) unsigned *flags = xcalloc(table->count + 1, sizeof *flags);
    CLEANUP(cleanup_free) unsigned *ids = xcalloc(table->count + 1, sizeof *ids);
    CLEANUP(cleanup_free) size_t *lengths = xcalloc(table->count + 1, sizeof *lengths);
    hs_compile_error_t *why = NULL;

    for (size_t i = 0; i < table->count; i++) {
        ids[i] = (unsigned)i;
        lengths[i] = strlen(table->texts[i]);
    }
    if (c->compile(table->texts, flags, ids, lengths, (unsigned)table->count, HS_MODE_BLOCK,
                   platform, ret, &why) == HS_SUCCESS)
        return true;
    error_set(err, ERROR_CONFIGURATION, "Vectorscan cannot compile the rules' texts: %s",
              why ? why->message : "no reason given");
    c->free_error(why);
    return false;
}

static bool compile_database(const struct mark_table *table, const hs_platform_info_t *platform,
                             hs_database_t **ret, struct error *err)
{
    struct compiler compiler;
    bool compiled = compiler_load(&compiler, err) && compile(&compiler, table, platform, ret, err);

    if (compiler.library)
        dlclose(compiler.library);
    return compiled;
}

unsigned char *scanner_compile(const struct mark_table *table, size_t *ret_size, struct error *err)
{
    const hs_platform_info_t plain = {0};
    hs_database_t *database = NULL;
    unsigned char *copy = NULL;
    char *bytes = NULL;

    if (!compile_database(table, &plain, &database, err))
        return NULL;
    if (hs_serialize_database(database, &bytes, ret_size) == HS_SUCCESS)
        copy = (unsigned char *)xmemdup0(bytes, *ret_size);
    else
        error_set(err, ERROR_CONFIGURATION, "Vectorscan cannot write its database");
    free(bytes);
    hs_free_database(database);
    return copy;
}

/* ---- scanning ---- */

static bool load(struct scanner *s, const struct mark_table *table, struct error *err)
{
    if (table->database &&
        hs_deserialize_database((const char *)table->database, table->database_size,
                                &s->database) == HS_SUCCESS)
        return true;
    s->database = NULL;
    return compile_database(table, NULL, &s->database, err);
}

static void *allocate(size_t size)
{
    return xmalloc(size);
}

struct scanner *scanner_new(const struct mark_table *table, struct error *err)
{
    CLEANUP(cleanup_scanner) struct scanner *s = xcalloc(1, sizeof *s);

    hs_set_allocator(allocate, free);
    if (!load(s, table, err))
        return NULL;
    if (hs_alloc_scratch(s->database, &s->scratch) != HS_SUCCESS) {
        error_set(err, ERROR_CONFIGURATION, "Vectorscan cannot use its database");
        return NULL;
    }
    return STEAL(s);
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                    void *context)
{
    struct scanner *s = context;

    (void)from;
    (void)flags;
    s->handler(s->context, id, (size_t)to);
    return 0;
}

void scanner_scan(struct scanner *s, struct span block, scan_handler *handler, void *context)
{
    s->handler = handler;
    s->context = context;
    hs_scan(s->database, block.data, (unsigned)block.len, 0, s->scratch, on_match, s);
}
