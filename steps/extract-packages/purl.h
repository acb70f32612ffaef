/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Package URLs (the purl specification, ECMA-427): pkg:type/namespace/name@version?qualifiers.
 */
#ifndef PURL_H
#define PURL_H

#include <jansson.h>

#include "strbuf.h"

/*
 * The purl of a package of the findings (members type, name, version, arch,
 * source_package) in an image with this operating-system object, as a new JSON
 * string, as syft writes it, so that what matches vulnerabilities by purl takes ours.
 *
 * deb, rpm, apk, alpm, opkg: the namespace is the os id (rpm: "redhat" of rhel, "opensuse" of
 * opensuse-*); qualifiers in order of name are arch, distro (id-version_id, or build_id; of Debian
 * findings_finish() gives the point release as version_id), epoch
 * (rpm, instead of in the version), rpmmod (rpm: the module) and upstream: what it was built from, where that differs
 * (deb: name[@version]; apk: name), always for rpm (NAME-VERSION.src.rpm) and alpm.
 * pypi: name lower-cased and '_' as '-' (purl's type definition of pypi); composer, github, golang,
 * npm: the '/' in a name parts namespace and name, maven: the ':'; gem: arch is the qualifier
 * platform.
 */
json_t *purl_of(const json_t *package, const json_t *operating_system);

/* One more, unless value is empty; keys come in the order of their names. */
void purl_add_qualifier(struct strbuf *purl, const char *key, struct span value);

#endif
