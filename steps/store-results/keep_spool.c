/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gather.h"
#include "keep.h"
#include "settle.h"
#include "xalloc.h"

static char *where_in_spool(const struct keeper *keeper, const char *name)
{
    return xasprintf("'%s/%s'", keeper->spool->folder, name);
}

static bool send_document(struct keeper *keeper, const char *name, struct span text,
                          struct error *err)
{
    struct keeping one = {.where = where_in_spool(keeper, name), .spooled = name};
    struct kept_how how = keeper->how;
    struct error why = {0};
    bool made;

    /* It was validated, or was not to be. */
    how.validate = false;
    made = kept_document(&one.kept, span_trim(text), &how, &why);
    return gather_made(keeper, &one, made, &why, err);
}

/* What cannot be read does not keep the rest from being sent, nor the next run. */
static bool pass_over(struct keeper *keeper, const char *name, const struct error *why,
                      struct error *err)
{
    if (why->kind == ERROR_NO_INPUT)
        return true;
    keep_refuse(keeper, why);
    return spool_set_aside(keeper->spool, name, err);
}

static bool send_raw_log(struct keeper *keeper, const char *name, uint64_t masked,
                         struct error *err)
{
    struct keeping one = {.spooled = name};
    struct object_file file;
    struct error why = {0};

    if (!spool_open_file(keeper->spool, name, &file, &why))
        return pass_over(keeper, name, &why, err);
    kept_raw_log_take(&one.kept, &file, &keeper->how);
    one.kept.masked = (size_t)masked;
    one.where = where_in_spool(keeper, name);
    return gather_add(keeper, &one, err);
}

static bool send_index(struct keeper *keeper, const char *name, const struct index_day *day,
                       struct span rows, struct error *err)
{
    if (!settle_put_index(keeper, day, rows, err))
        return false;
    return error_is_set(&keeper->away) || spool_remove(keeper->spool, name, err);
}

static bool send_one(struct keeper *keeper, const char *name, struct error *err)
{
    STRBUF_AUTO(bytes, LIMIT_DOCUMENT + 1);
    struct spooled spooled = {0};
    struct error why = {0};

    if (!spool_name_parse(name, &spooled))
        return true;
    if (spooled.kind == SPOOLED_RAW_LOG)
        return send_raw_log(keeper, name, spooled.masked, err);
    if (!spool_read(keeper->spool, name, &bytes, &why))
        return pass_over(keeper, name, &why, err);
    if (spooled.kind == SPOOLED_DOCUMENT)
        return send_document(keeper, name, strbuf_span(&bytes), err);
    return send_index(keeper, name, &spooled.day, strbuf_span(&bytes), err);
}

bool keep_send_spool(struct keeper *keeper, struct error *err)
{
    size_t count = keeper->spool->count;
    size_t i;

    for (i = 0; i < count && !error_is_set(&keeper->away); i++)
        if (!send_one(keeper, keeper->spool->names[i], err))
            return false;
    keeper->waiting += count - i;
    return gather_send(keeper, err) && settle_write_index(keeper, err);
}
