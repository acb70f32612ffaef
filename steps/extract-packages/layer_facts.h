/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one layer says, and nothing that depends on other layers: the facts of
 * the files that catalogers want, links, whiteouts, and which paths it has.
 *
 * Paths are as the layer spells them, normalised (tar_reader.h); where they
 * lead through symbolic links is for the overlay to find out.  Within the layer a
 * later member replaces an earlier one of the same name.
 */
#ifndef LAYER_FACTS_H
#define LAYER_FACTS_H

#include <stdatomic.h>

#include "cataloger.h"
#include "folder_sizes.h"
#include "layer_form.h"
#include "path_table.h"

/* Why a file has no facts: the codes of warnings. */
#define PROBLEM_TOO_LARGE "too-large"
#define PROBLEM_MALFORMED "malformed"

/* The facts of one file for one cataloger. */
struct layer_file {
    char *path;
    const struct cataloger *cataloger;
    const struct wanted *wanted;
    char *facts; /* NULL where there is a problem */
    size_t facts_len;
    const char *problem_code; /* one of PROBLEM_...: a warning instead of facts */
    char *problem;
    size_t next_same_path; /* index of another cataloger's, or PATH_MAP_NONE */
    bool dropped;          /* replaced later in the same layer */
    bool incomplete;       /* its facts need all its bytes: see wanted_file.need_whole */
};

/* A symbolic link (all are kept) or a hard link (only wanted names). */
struct layer_link {
    char *path;
    char *target; /* symbolic: as it stands; hard: from the root */
    bool hard;
    bool dropped;
};

struct path_list {
    char **paths;
    size_t count;
    size_t capacity;
};

struct layer_facts {
    struct layer_file *files;
    size_t file_count;
    size_t file_capacity;
    struct layer_link *links;
    size_t link_count;
    size_t link_capacity;
    struct path_list whiteouts; /* the paths that are taken away from the layers below */
    struct path_list opaque;    /* folders whose content below is hidden */
    struct path_list implicit;  /* folders that had members before an entry of their own, if any */
    struct path_set entries;    /* every member, by kind */
    struct path_map file_at;    /* path -> first index in files */
    struct path_map link_at;    /* path -> index in links */
    uint64_t passed_over;       /* members whose names cannot be */
    bool has_diff_id;           /* the inflated bytes were hashed, all of them */
    struct digest diff_id;      /* of them */
    uint64_t replaced_folders;  /* how often a folder gave way to something else */
    /* Regular files, as often as they are members; hard links are none. */
    struct folder_sizes folders;
    atomic_ullong *kept; /* bytes held by all layers of the image (borrowed), or NULL */
    uint64_t own;        /* the layer's part of them */
};

/* The hash key comes from the blob's digest, so that the facts of a layer are the same everywhere. */
void layer_facts_init(struct layer_facts *facts, const struct digest *blob);
void layer_facts_release(struct layer_facts *facts);
/* Releases facts that turned out to be of no use, so that they do not count as kept. */
void layer_facts_discard(struct layer_facts *facts);

/*
 * Notes that the layer has a member at path, and drops what it replaces.  Call
 * it before adding the member's facts or link.  Too many replaced folders, entries or
 * names are ERROR_MALFORMED.
 */
bool layer_facts_enter(struct layer_facts *facts, struct span path, bool is_directory,
                       struct error *err);
/* Adds an empty record for path, which the caller fills; valid until the next is added. */
struct layer_file *layer_facts_add_file(struct layer_facts *facts, struct span path,
                                        const struct cataloger *cataloger,
                                        const struct wanted *wanted, struct error *err);
/* Takes away the one that was added last. */
void layer_facts_remove_last(struct layer_facts *facts);
/* The record of path for the cataloger, or NULL. */
const struct layer_file *layer_facts_find(const struct layer_facts *facts, struct span path,
                                          const struct cataloger *cataloger);
/* Frees one that stands alone (layer_file_of_name). */
void layer_file_free(struct layer_file *file);
bool layer_facts_add_link(struct layer_facts *facts, struct span path, struct span target,
                          bool hard, struct error *err);
/* list is one of the facts' own. */
bool layer_facts_add_path(struct layer_facts *facts, struct path_list *list, struct span path,
                          struct error *err);
/* Counts bytes that the facts hold; above LIMIT_FACTS_KEPT for all layers it is ERROR_MALFORMED. */
bool layer_facts_keep(struct layer_facts *facts, size_t bytes, struct error *err);

/* A layer without members and markers, as image builders make them for metadata alone. */
bool layer_facts_is_empty(const struct layer_facts *facts);

/* The part before the last '/', or empty. */
struct span path_parent(struct span path);
/* True if path stands below folder (everything but the root itself stands below the empty one). */
bool path_is_below(struct span path, struct span folder);

#endif
