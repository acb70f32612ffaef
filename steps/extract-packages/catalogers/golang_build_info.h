/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The build information that Go's linker leaves in every executable (debug/buildinfo): the
 * version of Go, and what "go version -m" prints, lines of words parted by tabs
 * ("dep\tgithub.com/a/b\tv1.2.3\th1:...").  Before Go 1.18 it was two pointers to strings, since then
 * it is the strings themselves.
 *
 * All spans are views of the file.
 */
#ifndef CATALOGERS_GOLANG_BUILD_INFO_H
#define CATALOGERS_GOLANG_BUILD_INFO_H

#include "elf.h"

struct golang_build_info {
    struct span version; /* "go1.22.1" */
    struct span modules; /* the lines; empty in a program built without modules */
};

/*
 * False with err when there is build information that is malformed, without when there is none;
 * where elf->lacking is set then, it may lie in bytes that are not there.
 */
bool golang_find_build_info(struct elf *elf, struct golang_build_info *ret, struct error *err);

struct golang_module {
    bool is_main;
    struct span path;
    struct span version; /* may be empty, or "(devel)" */
};

/*
 * The next module of *rest, which moves past it.  A module that was replaced by another is that
 * other; one that was replaced by a folder stays what it was.
 */
bool golang_next_module(struct span *rest, struct golang_module *ret);
/* The line "KEY\tVALUE" (path), or of "build\tKEY=VALUE" the value; empty when there is none. */
struct span golang_line(struct span modules, const char *key);
struct span golang_setting(struct span modules, const char *key);

/*
 * The version of a main module whose own is not known, appended to out: the first that the
 * linker was told to set in a variable called version (gitVersion, BuildVersion, tag...), as syft
 * has it; else the pseudo-version of the commit (Go modules reference, "Pseudo-versions").
 * Nothing is appended when there is neither.
 */
void golang_guess_version(struct span modules, struct strbuf *out);

#endif
