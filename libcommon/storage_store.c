/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage_store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base64.h"
#include "diff_tar.h"
#include "inflate.h"
#include "json_in.h"
#include "tar_split.h"
#include "xalloc.h"

/* ---- locks ---- */

static bool lock_shared(const char *root, const char *name, int *ret, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", root, name);
    struct flock whole = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ||
               error_set_errno(err, errno, "cannot open '%s'", QUOTE(path));
    *ret = fd;
    while (fcntl(fd, F_OFD_SETLKW, &whole) != 0)
        if (errno != EINTR)
            return error_set_errno(err, errno, "cannot lock '%s'", QUOTE(path));
    return true;
}

static void unlock(int *lock)
{
    if (*lock >= 0)
        close(*lock);
    *lock = -1;
}

/* ---- lists ---- */

static json_t *read_list(const struct storage_store *store, const char *name, struct error *err)
{
    STRBUF_AUTO(text, LIMIT_STORAGE_RECORDS);
    CLEANUP(cleanup_stream) struct stream *in = folder_open_stream(&store->root, name, err);

    if (!in || !stream_read_all(in, &text, name, err))
        return NULL;
    return json_in_parse(strbuf_span(&text), name, err);
}

/* What it has instead of overlay's. */
static const char *other_driver(const char *root)
{
    static const char *const drivers[] = {"vfs", "btrfs", "zfs", "aufs", "devicemapper"};

    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++) {
        CLEANUP(cleanup_free) char *path = xasprintf("%s/%s-images", root, drivers[i]);

        if (access(path, F_OK) == 0)
            return drivers[i];
    }
    return NULL;
}

static bool read_lists(struct storage_store *store, struct error *err)
{
    const char *root = store->root.path;
    struct error why = {0};
    const char *driver;

    store->images = read_list(store, "overlay-images/images.json", &why);
    if (store->images) {
        store->layers = read_list(store, "overlay-layers/layers.json", err);
        return store->layers != NULL;
    }
    driver = why.kind == ERROR_NO_INPUT ? other_driver(root) : NULL;
    return driver ? error_set(err, ERROR_CONFIGURATION,
                              "the storage driver '%s' is not supported, overlay is", driver)
                  : error_set(err, why.kind, "%s", why.message);
}

bool storage_store_open(struct storage_store *store, const char *root, struct error *err)
{
    *store = (struct storage_store){.layers_lock = -1, .images_lock = -1};
    folder_init(&store->root, root);
    return lock_shared(root, "overlay-layers/layers.lock", &store->layers_lock, err) &&
           lock_shared(root, "overlay-images/images.lock", &store->images_lock, err) &&
           read_lists(store, err);
}

void storage_store_end_images(struct storage_store *store)
{
    unlock(&store->images_lock);
}

void storage_store_release(struct storage_store *store)
{
    json_decref(store->images);
    json_decref(store->layers);
    unlock(&store->images_lock);
    unlock(&store->layers_lock);
    folder_release(&store->root);
}

/* ---- images ---- */

/* Keys with other characters than [a-z0-9] are Base64 behind "=" in names of files. */
bool storage_store_data(const struct storage_store *store, const char *image, const char *key,
                        struct strbuf *out, struct error *err)
{
    STRBUF_AUTO(encoded, LIMIT_PATH);
    CLEANUP(cleanup_free) char *path = NULL;
    CLEANUP(cleanup_stream) struct stream *in = NULL;
    bool is_plain = strcmp(key, "manifest") == 0;

    base64_encode(span_string(key), &encoded);
    path = xasprintf("overlay-images/%s/%s%s", image, is_plain ? "" : "=",
                     is_plain ? key : encoded.data);
    in = folder_open_stream(&store->root, path, err);
    return (in && stream_read_all(in, out, key, err)) || error_prefix(err, "%s", key);
}

/* ---- layers ---- */

static struct stream *open_split(const struct storage_store *store, const char *layer,
                                 struct error *err)
{
    CLEANUP(cleanup_free) char *name = xasprintf("overlay-layers/%s.tar-split.gz", layer);

    return folder_open_stream(&store->root, name, err);
}

bool storage_store_has_split(const struct storage_store *store, const char *layer, bool *ret,
                             struct error *err)
{
    struct error why = {0};
    CLEANUP(cleanup_stream) struct stream *in = open_split(store, layer, &why);

    *ret = in != NULL;
    return in || why.kind == ERROR_NO_INPUT || error_set(err, why.kind, "%s", why.message);
}

static int open_files(const struct storage_store *store, const char *layer, struct error *err)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/overlay/%s/diff", store->root.path, layer);
    int fd = open(path, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

    if (fd < 0)
        error_set_errno(err, errno, "cannot open '%s'", QUOTE(path));
    return fd;
}

struct stream *storage_store_tar(const struct storage_store *store, const char *layer,
                                 struct error *err)
{
    struct stream *split = open_split(store, layer, err);
    int files;

    if (split)
        split = stream_inflate_take(split, 0, store->root.path, err);
    if (!split)
        return NULL;
    files = open_files(store, layer, err);
    if (files >= 0)
        return tar_split_open_take(split, files, store->root.path);
    stream_close(split);
    return NULL;
}

/* Who made the storage is root, and so are we: in the same user namespace owners have the same numbers. */
static bool owners_hold(const struct storage_store *store)
{
    CLEANUP(cleanup_free) char *path = xasprintf("%s/overlay", store->root.path);
    struct stat st;

    return geteuid() == 0 && stat(path, &st) == 0 && st.st_uid == 0;
}

struct stream *storage_store_pack(const struct storage_store *store, const char *layer,
                                  struct error *err)
{
    int files = open_files(store, layer, err);

    return files < 0 ? NULL : diff_tar_open_take(files, owners_hold(store), store->root.path);
}
