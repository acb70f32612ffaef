/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rpm's SQLite database, read by SQLite from memory through a file system of its own that
 * knows nothing but those bytes: no journal, no write-ahead log, no other file.
 *
 * The database is hostile: it may bring triggers, views, virtual tables and expressions.  One
 * statement is run; the authorizer allows it to read the one column, and it may take so many
 * steps, as long as the headers that it gives fit into the file.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "limits.h"
#include "rpm_database.h"

/* Steps of SQLite's machine: a database of 10,000 packages takes 60,000. */
#define STEPS_AT_A_TIME 100000
#define MOST_TIMES 1000

/* Offsets 18 and 19 are 2 in a database that was written with a log (fileformat2, 1.3.3). */
#define VERSIONS_AT 18
#define VERSION_ROLLBACK 1

struct memory {
    sqlite3_vfs vfs;
    struct span bytes;
    char name[32];
};

struct memory_file {
    sqlite3_file base;
    const struct memory *memory;
};

/* ---- the file ---- */

static int file_close(sqlite3_file *base)
{
    (void)base;
    return SQLITE_OK;
}

static int file_read(sqlite3_file *base, void *out, int length, sqlite3_int64 offset)
{
    struct span bytes = ((struct memory_file *)base)->memory->bytes;
    struct span part = span_head(span_skip(bytes, (size_t)offset), (size_t)length);
    unsigned char *to = out;

    if (part.len)
        memcpy(to, part.data, part.len);
    for (sqlite3_int64 at = VERSIONS_AT; at < VERSIONS_AT + 2; at++)
        if (at >= offset && at - offset < (sqlite3_int64)part.len)
            to[at - offset] = VERSION_ROLLBACK;
    memset(to + part.len, 0, (size_t)length - part.len);
    return part.len == (size_t)length ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int file_write(sqlite3_file *base, const void *bytes, int length, sqlite3_int64 offset)
{
    (void)base;
    (void)bytes;
    (void)length;
    (void)offset;
    return SQLITE_READONLY;
}

static int file_truncate(sqlite3_file *base, sqlite3_int64 size)
{
    (void)base;
    (void)size;
    return SQLITE_READONLY;
}

static int file_do_nothing(sqlite3_file *base, int flags)
{
    (void)base;
    (void)flags;
    return SQLITE_OK;
}

static int file_size(sqlite3_file *base, sqlite3_int64 *ret_size)
{
    *ret_size = (sqlite3_int64)((struct memory_file *)base)->memory->bytes.len;
    return SQLITE_OK;
}

static int file_is_reserved(sqlite3_file *base, int *ret)
{
    (void)base;
    *ret = 0;
    return SQLITE_OK;
}

static int file_control(sqlite3_file *base, int operation, void *argument)
{
    (void)base;
    (void)operation;
    (void)argument;
    return SQLITE_NOTFOUND;
}

static int file_sector_size(sqlite3_file *base)
{
    (void)base;
    return 0;
}

static int file_characteristics(sqlite3_file *base)
{
    (void)base;
    return SQLITE_IOCAP_IMMUTABLE;
}

static const sqlite3_io_methods file_methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_do_nothing,
    .xFileSize = file_size,
    .xLock = file_do_nothing,
    .xUnlock = file_do_nothing,
    .xCheckReservedLock = file_is_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
};

/* ---- the file system ---- */

/* The one file that there is; nothing else can be opened. */
static int memory_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags,
                       int *ret_flags)
{
    struct memory_file *file = (struct memory_file *)base;

    (void)name;
    if (!(flags & SQLITE_OPEN_MAIN_DB))
        return SQLITE_CANTOPEN;
    file->base.pMethods = &file_methods;
    file->memory = (const struct memory *)vfs;
    if (ret_flags)
        *ret_flags = SQLITE_OPEN_READONLY;
    return SQLITE_OK;
}

static int memory_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    (void)name;
    (void)sync;
    return SQLITE_READONLY;
}

static int memory_access(sqlite3_vfs *vfs, const char *name, int flags, int *ret)
{
    (void)vfs;
    (void)name;
    (void)flags;
    *ret = 0;
    return SQLITE_OK;
}

static int memory_full_path(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
    (void)vfs;
    snprintf(out, (size_t)size, "%s", name);
    return SQLITE_OK;
}

/* Nothing here is random: no names of temporary files, no new keys. */
static int memory_randomness(sqlite3_vfs *vfs, int size, char *out)
{
    (void)vfs;
    memset(out, 0, (size_t)size);
    return size;
}

static int memory_sleep(sqlite3_vfs *vfs, int microseconds)
{
    (void)vfs;
    return microseconds;
}

static int memory_time(sqlite3_vfs *vfs, double *ret)
{
    (void)vfs;
    *ret = 0;
    return SQLITE_OK;
}

static int memory_last_error(sqlite3_vfs *vfs, int size, char *out)
{
    (void)vfs;
    (void)size;
    (void)out;
    return 0;
}

static void memory_init(struct memory *memory, struct span bytes)
{
    *memory = (struct memory){
        .vfs =
            {
                .iVersion = 1,
                .szOsFile = sizeof(struct memory_file),
                .mxPathname = 64,
                .xOpen = memory_open,
                .xDelete = memory_delete,
                .xAccess = memory_access,
                .xFullPathname = memory_full_path,
                .xRandomness = memory_randomness,
                .xSleep = memory_sleep,
                .xCurrentTime = memory_time,
                .xGetLastError = memory_last_error,
            },
        .bytes = bytes,
    };
    /* Other threads have theirs registered at the same time. */
    snprintf(memory->name, sizeof memory->name, "rpm-%p", (void *)memory);
    memory->vfs.zName = memory->name;
}

/* ---- the statement ---- */

/*
 * That one column of that one table: a virtual table of that name, whose code would run, reads
 * tables of its own.
 */
static int only_blobs(void *context, int action, const char *table, const char *column,
                      const char *c, const char *d)
{
    bool is_ours;

    (void)context;
    (void)c;
    (void)d;
    if (action == SQLITE_SELECT)
        return SQLITE_OK;
    is_ours = action == SQLITE_READ && sqlite3_stricmp(table, "Packages") == 0 &&
              sqlite3_stricmp(column, "blob") == 0;
    return is_ours ? SQLITE_OK : SQLITE_DENY;
}

static int count_steps(void *context)
{
    int *times = context;

    return ++*times > MOST_TIMES;
}

static void confine(sqlite3 *db, int *times)
{
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, (int)LIMIT_WANTED_FILE);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_drop_modules(db, NULL);
    sqlite3_set_authorizer(db, only_blobs, NULL);
    sqlite3_progress_handler(db, STEPS_AT_A_TIME, count_steps, times);
}

static bool fail(sqlite3 *db, struct error *err)
{
    return error_set(err, ERROR_MALFORMED, "SQLite says: %s",
                     db ? sqlite3_errmsg(db) : "out of memory");
}

static bool read_rows(sqlite3 *db, const struct rpm_visitor *visitor, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    bool any = false;
    int status;

    if (sqlite3_prepare_v2(db, "SELECT blob FROM Packages", -1, &statement, NULL) != SQLITE_OK)
        return fail(db, err);
    while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *blob = sqlite3_column_blob(statement, 0);
        size_t length = (size_t)sqlite3_column_bytes(statement, 0);

        any = true;
        if (!visitor->header(visitor->context, span_of(blob, blob ? length : 0)))
            break;
    }
    if (status != SQLITE_DONE && status != SQLITE_ROW && any)
        visitor->problem(visitor->context, "the database is damaged: packages behind are missing");
    else if (status != SQLITE_DONE && status != SQLITE_ROW)
        fail(db, err);
    sqlite3_finalize(statement);
    return !error_is_set(err);
}

bool rpm_is_sqlite(struct span bytes)
{
    return span_starts_with(bytes, "SQLite format 3");
}

bool rpm_sqlite_read(struct span bytes, const struct rpm_visitor *visitor, struct error *err)
{
    struct memory memory;
    sqlite3 *db = NULL;
    int times = 0;
    bool done;

    memory_init(&memory, bytes);
    if (sqlite3_vfs_register(&memory.vfs, 0) != SQLITE_OK)
        return fail(NULL, err);
    if (sqlite3_open_v2("rpmdb", &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, memory.name) ==
        SQLITE_OK) {
        confine(db, &times);
        done = read_rows(db, visitor, err);
    } else {
        done = fail(db, err);
    }
    sqlite3_close(db);
    sqlite3_vfs_unregister(&memory.vfs);
    return done;
}
