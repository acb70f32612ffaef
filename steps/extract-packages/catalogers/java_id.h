/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a Java archive is called: Maven's coordinates, and what file names and manifests
 * tell where Maven's own files are missing.  Pure functions on borrowed text.
 */
#ifndef CATALOGERS_JAVA_ID_H
#define CATALOGERS_JAVA_ID_H

#include "limits.h"
#include "strbuf.h"

/* Coordinates; group may be empty, as a file name does not tell it. */
struct maven_id {
    struct strbuf group;
    struct strbuf artifact;
    struct strbuf version;
};

#define MAVEN_ID_AUTO(name)                                                \
    __attribute__((cleanup(maven_id_release))) struct maven_id name = {    \
        .group = {.data = strbuf_empty, .ceiling = LIMIT_PACKAGE_NAME},    \
        .artifact = {.data = strbuf_empty, .ceiling = LIMIT_PACKAGE_NAME}, \
        .version = {.data = strbuf_empty, .ceiling = LIMIT_PACKAGE_NAME}}

void maven_id_release(struct maven_id *id);
/* Artifact and version are there and none of the three is longer than LIMIT_PACKAGE_NAME. */
bool maven_id_is_whole(const struct maven_id *id);

/* Replaces what buf holds. */
void java_id_set(struct strbuf *buf, struct span value);

/* A file's name without the folders before it, and without its extension. */
struct span java_file_stem(struct span path);

/*
 * "log4j-1.2-api-2.17.1" is artifact and version; the version is empty where the stem has none.
 * Classifiers ("-all", "-sources") are left out.  declared is the manifest's version, which says
 * where a version begins that does not look like one ("r09"); it may be empty.
 */
void java_split_stem(struct span stem, struct span declared, struct span *ret_artifact,
                     struct span *ret_version);

/* A path in a Maven repository, Gradle's or a local one, tells all: REPO/GROUP/ARTIFACT/VERSION/FILE. */
bool java_id_of_repository_path(struct span path, struct maven_id *id);

/*
 * Implementation-Vendor-Id is the group where Maven wrote it; elsewhere it is a company's domain
 * (org.glassfish in jars of jakarta.annotation), and the result is empty unless the artifact is
 * named after the company.
 */
struct span java_group_of_vendor(struct span vendor_id, struct span artifact);
/*
 * The group that a bundle's symbolic name implies, as Maven's bundle plugin made it from group
 * and artifact; empty where it implies none.
 */
struct span java_group_of_bundle(struct span symbolic_name, struct span artifact);

/* A group, artifact or version can have no blanks, slashes or colons. */
bool java_is_id(struct span text);
/* The same, and begins with a digit, perhaps after a 'v' or 'r'. */
bool java_is_version(struct span text);

#endif
