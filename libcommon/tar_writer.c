/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tar_writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "xalloc.h"

struct tar_writer {
    struct archive *archive;
    struct archive_entry_linkresolver *links;
    size_t linked;
    struct strbuf *out; /* NULL: nothing is written any more */
};

static la_ssize_t take(struct archive *archive, void *context, const void *bytes, size_t len)
{
    struct tar_writer *tar = context;

    (void)archive;
    if (!tar->out)
        return -1;
    strbuf_add(tar->out, bytes, len);
    return (la_ssize_t)len;
}

static void need(bool done)
{
    if (!done)
        out_of_memory();
}

static bool fail(const struct tar_writer *tar, struct error *err)
{
    const char *why = archive_error_string(tar->archive);

    need(archive_errno(tar->archive) != ENOMEM);
    return error_set(err, ERROR_MALFORMED, "cannot be written into a tar: %s",
                     why ? why : "no reason given");
}

/* What passes is neither gathered into blocks nor padded to them.  Names that are no ASCII stay the bytes that they are. */
static void set_form(struct archive *archive)
{
    need(archive_write_set_format_pax_restricted(archive) == ARCHIVE_OK &&
         archive_write_set_format_option(archive, "pax", "xattrheader", "SCHILY") == ARCHIVE_OK &&
         archive_write_set_bytes_per_block(archive, 0) == ARCHIVE_OK);
}

struct tar_writer *tar_writer_new(struct strbuf *out)
{
    struct tar_writer *tar = xcalloc(1, sizeof *tar);

    tar->out = out;
    tar->archive = archive_write_new();
    tar->links = archive_entry_linkresolver_new();
    need(tar->archive && tar->links);
    set_form(tar->archive);
    archive_entry_linkresolver_set_strategy(tar->links, archive_format(tar->archive));
    need(archive_write_open(tar->archive, tar, NULL, take, NULL) == ARCHIVE_OK);
    return tar;
}

static void describe(struct archive_entry *to, const struct tar_entry *entry)
{
    archive_entry_copy_pathname(to, entry->path);
    archive_entry_set_mode(to, entry->mode);
    archive_entry_set_uid(to, entry->uid);
    archive_entry_set_gid(to, entry->gid);
    archive_entry_set_size(to, (la_int64_t)entry->size);
    archive_entry_set_mtime(to, entry->changed, 0);
    archive_entry_set_rdev(to, entry->device);
    archive_entry_set_dev(to, entry->of_device);
    archive_entry_set_ino64(to, (la_int64_t)entry->inode);
    archive_entry_set_nlink(to, (unsigned)entry->names);
    if (entry->target)
        archive_entry_copy_symlink(to, entry->target);
    for (size_t i = 0; i < entry->xattr_count; i++)
        archive_entry_xattr_add_entry(to, entry->xattrs[i].name, entry->xattrs[i].value,
                                      entry->xattrs[i].len);
}

static bool count_linked(struct tar_writer *tar, const struct tar_entry *entry, struct error *err)
{
    if (S_ISDIR(entry->mode) || entry->names < 2)
        return true;
    return ++tar->linked <= LIMIT_LAYER_LINKS ||
           error_set(err, ERROR_MALFORMED, "more than %d names of files with several",
                     LIMIT_LAYER_LINKS);
}

bool tar_writer_begin(struct tar_writer *tar, const struct tar_entry *entry, bool *ret_has_data,
                      struct error *err)
{
    struct archive_entry *header = archive_entry_new();
    struct archive_entry *held = NULL;
    bool done;

    need(header);
    if (!count_linked(tar, entry, err)) {
        archive_entry_free(header);
        return false;
    }
    describe(header, entry);
    archive_entry_linkify(tar->links, &header, &held);
    done = archive_write_header(tar->archive, header) >= ARCHIVE_WARN || fail(tar, err);
    *ret_has_data = S_ISREG(entry->mode) && archive_entry_size(header) > 0;
    archive_entry_free(header);
    archive_entry_free(held);
    return done;
}

bool tar_writer_data(struct tar_writer *tar, struct span bytes, struct error *err)
{
    return archive_write_data(tar->archive, bytes.data, bytes.len) == (la_ssize_t)bytes.len ||
           fail(tar, err);
}

bool tar_writer_end(struct tar_writer *tar, struct error *err)
{
    return archive_write_close(tar->archive) == ARCHIVE_OK || fail(tar, err);
}

/* What would end an archive that was not ended, and fill its last entry, goes nowhere. */
void tar_writer_free(struct tar_writer *tar)
{
    if (!tar)
        return;
    tar->out = NULL;
    archive_write_free(tar->archive);
    archive_entry_linkresolver_free(tar->links);
    free(tar);
}
