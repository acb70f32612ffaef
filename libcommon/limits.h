/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every maximum of the project, each with its reason.  Nothing from outside is
 * trusted: a size, count, depth or name that is not held back here is a fault.
 * A limit that is hit is a warning in the document where the rest of the result
 * is still true, else an error; which of the two stands at the place of use.
 */
#ifndef LIMITS_H
#define LIMITS_H

#define KIB ((size_t)1 << 10)
#define MIB ((size_t)1 << 20)
#define GIB ((unsigned long long)1 << 30)

/* ---- talk ---- */
/* An error line is read by people, and Argo keeps 1 KiB of it in a pod's status. */
#define LIMIT_ERROR_MESSAGE 1024
/* A name quoted in an error: enough to recognise it, too little to hide the cause. */
#define LIMIT_QUOTED_NAME 200

/* ---- secrets ---- */
/* What is looked at from one place of a text, to tell a secret: the longest, a password within a URL, has some KB. */
#define LIMIT_SECRET (64 * KIB)
/* And before it: how far a line is indented, a command and its options. */
#define LIMIT_BEFORE_SECRET (4 * KIB)

/* ---- documents ---- */
/* A JSON document of ours: an observation of an image with 10,000 packages is 20 MB. */
#define LIMIT_DOCUMENT (256 * MIB)
/* Nesting of any JSON we read.  Ours go to 6; jansson recurses, and so do we. */
#define LIMIT_JSON_DEPTH 64
/*
 * A tree of jansson's takes 2 to 8 times its text, but 80 times that of "[{},{},": refused is
 * what would take more than both.
 */
#define LIMIT_JSON_TREE (256 * MIB)
#define LIMIT_JSON_TREE_RATIO 16
/* Option values and file names on the command line: PATH_MAX and a little. */
#define LIMIT_DOCUMENT_ID 200

/* ---- images ---- */
/* A manifest or index; the registries' own limit (distribution-spec: 4 MiB). */
#define LIMIT_MANIFEST (4 * MIB)
/* An image config: history of 127 layers with long commands stays below 1 MiB. */
#define LIMIT_IMAGE_CONFIG (8 * MIB)
/* Layers of an image; overlayfs mounts 500 at most, docker 127. */
#define LIMIT_LAYERS 1000
/* Entries of one index: the widest official images have 30 platforms. */
#define LIMIT_INDEX_MANIFESTS 10000
/* A media type (RFC 6838, 4.2: two names of 127), of what a confined process asks for. */
#define LIMIT_MEDIA_TYPE 255
/* storage.conf: the one that distributions ship has 10 KB. */
#define LIMIT_STORAGE_CONF (1 * MIB)
/* Image stores of a machine, additional ones with them: a cluster's nodes have two or three. */
#define LIMIT_STORAGE_ROOTS 32
/* images.json and layers.json of a storage: 1 KB for each of 60,000 layers. */
#define LIMIT_STORAGE_RECORDS (64 * MIB)
/* Bytes of a tar between the data of two files: headers, with pax records of some MB, and the padding at its end. */
#define LIMIT_TAR_SPLIT_BYTES (64 * MIB)
/* Images of one index that are copied together, and indexes that lead to them. */
#define LIMIT_PLATFORMS 1000
/* Blobs of a layout that is collected, 88 bytes each in memory: a cache of 10,000 images has 200,000. */
#define LIMIT_LAYOUT_BLOBS 10000000
/* What is attached to one image and its index: one scanned each day has a thousand attestations in three years. */
#define LIMIT_REFERRERS 1000
/* Bytes of the documents among them that are kept: whoever may write to the repository attaches them. */
#define LIMIT_REFERRER_DOCUMENTS GIB
/* Pages of a list of them; registries put some dozens on one. */
#define LIMIT_REFERRER_PAGES 100
/* Annotations of one that are told, and the bytes of a name or a value: a signature's bundle has some KB. */
#define LIMIT_ANNOTATIONS 32
#define LIMIT_ANNOTATION 512
/* Index within index: a bundle of multi-platform images needs 2; a loop needs an end. */
#define LIMIT_INDEX_DEPTH 4
/* A reference: host, repository of 255, tag of 128, digest of 71 (distribution reference grammar). */
#define LIMIT_REFERENCE ((size_t)4096)
/* Members of a docker-archive or oci-archive whose names and places we remember. */
#define LIMIT_ARCHIVE_MEMBERS 100000

/* ---- registry ---- */
/* A token answer; real ones are 1 to 10 KiB. */
#define LIMIT_TOKEN_ANSWER (1 * MIB)
/* What is shown of a registry's own error text. */
#define LIMIT_REGISTRY_ERROR (16 * KIB)
/* Redirects of one request, as curl and skopeo have it. */
#define LIMIT_REDIRECTS 10
/* Places that a foreign layer names: Windows' base layers have one; and the length of each, as browsers have it. */
#define LIMIT_LAYER_URLS 8
#define LIMIT_LAYER_URL 2048
/* HTTP header lines we look at: WWW-Authenticate is the longest, some 2 KiB. */
#define LIMIT_HTTP_HEADER (16 * KIB)
/* All header lines of a response; later versions of curl have 300 KB. */
#define LIMIT_HTTP_HEADERS (256 * KIB)
/* Seconds for a manifest, a config or a token with all its redirects' bytes: 8 MiB at 30 KB/s. */
#define LIMIT_SMALL_ANSWER_SECONDS 300
/* Seconds in which not a byte comes or goes, and the other side is gone: who lives is silent for some seconds. */
#define LIMIT_SILENCE_SECONDS 60L
/* The same after the last byte of a blob, which the registry hashes or copies to its place: 100 GB at 100 MB/s. */
#define LIMIT_UPLOAD_ANSWER_SECONDS 1000L
/* The same of a daemon that is asked for an image, and writes a copy of it before the first byte: 100 GB, too. */
#define LIMIT_DAEMON_ANSWER_SECONDS 1000L
/* Certificates of authorities for one registry: all of Mozilla's are 220 KB. */
#define LIMIT_AUTHORITIES (4 * MIB)
/* Seconds for which one request is tried again: a day is more than any workflow waits. */
#define LIMIT_RETRY_SECONDS 86400
/* The same before the registry has answered anything: a name server or a network that comes up takes less. */
#define LIMIT_FIRST_RETRY_SECONDS 10
/* Tokens that one request is refused with, one after another, while other threads get new ones. */
#define LIMIT_LOGINS 8
/* Seconds that a token is reused, whatever its answer says; real ones say 300 to 43,200. */
#define LIMIT_TOKEN_LIFE 86400

/* ---- configuration of the registry client ---- */
/* A file of logins: an OpenShift pull secret has 3 KB, and 10,000 logins 1 MB. */
#define LIMIT_AUTH_FILE (1 * MIB)
/* The X of docker-credential-X: the longest known is "osxkeychain". */
#define LIMIT_HELPER_NAME 64
/* What a credential helper prints: a cloud's token has some KB. */
#define LIMIT_HELPER_ANSWER (256 * KIB)
/* Seconds for a credential helper, which may ask a cloud, or a person for a password. */
#define LIMIT_HELPER_SECONDS 60

/* One registries.conf: shortnames.conf has 6 KB, mirrors that OpenShift generates 100 KB. */
#define LIMIT_REGISTRIES_CONF (1 * MIB)
/* Files in a folder of configuration: what packages and admins put there is some dozens. */
#define LIMIT_CONFIG_FILES 1000
/* Registries, and mirrors of one: all are looked at for each image. */
#define LIMIT_REGISTRIES 10000
#define LIMIT_MIRRORS 100
/* A registry's host with its port: a name of 253 bytes. */
#define LIMIT_HOST 260
/* policy.json: 10,000 scopes with a rule each. */
#define LIMIT_POLICY (1 * MIB)

/* ---- streams ---- */
/* One piece of a blob: large enough that system calls do not count, small enough for the cache. */
#define STREAM_PIECE (256 * KIB)

/* ---- layers ---- */
/* Inflated bytes of a layer: refused when above both of the first two, or above the third. */
#define LIMIT_INFLATED_FLOOR (4 * GIB)
#define LIMIT_INFLATED_RATIO 200
#define LIMIT_INFLATED (256 * GIB)
/* Memory of inflating xz: `xz -9` makes what needs 65 MiB; its window could be 4 GiB. */
#define LIMIT_XZ_MEMORY (128 * MIB)
/* Holes of the sparse files of a layer that are read, as zero bytes: what a layer may inflate to. */
#define LIMIT_HOLES ((long long)LIMIT_INFLATED_FLOOR)
/* Headers of one member, its map of a sparse file too (32 bytes in memory for 4 of it): 200,000 real extents. */
#define LIMIT_MEMBER_HEADERS (4 * MIB)
/* A member's path and link target: PATH_MAX. Longer ones cannot exist in a running container. */
#define LIMIT_PATH ((size_t)4096)
/* Components of a path; with LIMIT_PATH it bounds the walk over parents. */
#define LIMIT_PATH_DEPTH 256
/* Symbolic links followed for one name, as the kernel does (MAXSYMLINKS). */
#define LIMIT_SYMLINKS 40
/* Bytes of names that links lead through in an image: 2,000,000 paths of 100 bytes through 5 links each. */
#define LIMIT_FOLLOWED (1 * GIB)
/* Names of one folder of a root file system on disk, which are held to be sorted: mail spools have a million. */
#define LIMIT_FOLDER_NAMES 5000000
/* Entries of it that cannot be read and are named one by one; what lies below /proc alone is 100,000. */
#define LIMIT_TREE_PROBLEMS 1000
/* Entries of a layer, 16 bytes each in memory: 3 million were seen, this is 1 GiB. */
#define LIMIT_LAYER_ENTRIES (64 * MIB)
/* Symbolic links and whiteouts of a layer whose names are kept: a TeX image has 60,000. */
#define LIMIT_LAYER_LINKS 1000000
/* Top folders whose files are counted one by one: a root file system has 20. */
#define LIMIT_TOP_FOLDERS 64
/* Bytes of one component of a path: NAME_MAX, which no file system of Linux goes beyond. */
#define LIMIT_FILE_NAME 255
/* Files of a layer that catalogers want: a data science image has 200,000 .py. */
#define LIMIT_LAYER_FACTS 2000000
/* Bytes of names and facts of all layers of an image: 200,000 .py and all of Debian's packages are 200 MB. */
#define LIMIT_FACTS_KEPT (1 * GIB)
/* One layer's entry in the layer cache: its names and facts, and 8 bytes for each of its members. */
#define LIMIT_LAYER_CACHE_ENTRY (2 * LIMIT_FACTS_KEPT)
/* One file that a cataloger wants whole: rpm's database of a whole Fedora has 120 MB. */
#define LIMIT_WANTED_FILE (128 * MIB)
/* What all threads hold of such files at one time. */
#define LIMIT_HELD LIMIT_WANTED_FILE
/* A package's name, version or architecture: those of dpkg, apk and PyPI stay below 300 bytes. */
#define LIMIT_PACKAGE_NAME (1 * KIB)
/* One field of a package that is kept: the longest of Debian 12 has 76 KB (librust-winapi-dev's Provides). */
#define LIMIT_PACKAGE_FIELD (1 * MIB)
/* The list of one package's files: 200,000 paths of 160 bytes. */
#define LIMIT_FILE_LIST (32 * MIB)
/* Packages of one database, and of all of its kind in an image: all of Debian 12 has 64,000. */
#define LIMIT_DATABASE_PACKAGES 200000
/* Rows of all packages of an image, in memory: one takes 2 to 4 KiB; all of Debian 12 takes 300 MB. */
#define LIMIT_ROWS_KEPT ((size_t)GIB)
/* Programs that SBOMs in an image tell of, 10 bytes each in memory: Bitnami's images have 100. */
#define LIMIT_TOLD_PROGRAMS 1000000
/* Packages of one name that are compared for which one another's requirement means: npm has 50 of debug. */
#define LIMIT_SAME_NAME 256
/* Stanzas of one database that are reported as odd one by one; more tell nothing new. */
#define LIMIT_DATABASE_PROBLEMS 100
/* Folders of one rpm package: kernel-devel has 3,000. */
#define LIMIT_RPM_FOLDERS 1000000
/* Bytes of the lists of files of one rpm database; those of a whole Fedora are 30 MB. */
#define LIMIT_RPM_FILE_NAMES (64 * MIB)
/* What they require, provide and obsolete, 100 bytes each in memory; 10,000 packages have 600,000. */
#define LIMIT_RPM_RELATIONS 2000000
/* METADATA of a Python distribution: headers of some KiB, and a description that may be a whole manual. */
#define LIMIT_PYTHON_METADATA (16 * MIB)
/* A conda record: two lists of its files, 500 bytes for each; the largest of conda-forge have 20 MB. */
#define LIMIT_CONDA_RECORD (64 * MIB)
/* Files of one conda package whose owner is noted, sources not counted. */
#define LIMIT_CONDA_FILES ((size_t)200000)
/* Requires-Dist or licences of one distribution: the widest "all" extras have some hundreds. */
#define LIMIT_PYTHON_LIST 10000
/* Members of an archive and of all archives inside it: the largest jars known have 100,000. */
#define LIMIT_ZIP_ENTRIES ((size_t)1000000)
/* Bytes that are read of their members, half a second's work; a fat jar's nested ones are the file's own size. */
#define LIMIT_ZIP_INFLATED (512 * MIB)
/* Archives within archives: a jar in a war in an ear is 2; what has more is made to be read in circles. */
#define LIMIT_ARCHIVE_DEPTH 16
/* Packages of one Java archive and all inside it; an application server has 900. */
#define LIMIT_JAVA_PACKAGES 10000
/* A pom in an archive: the widest bill of materials has 200 KB; expat may need forty times its size. */
#define LIMIT_JAVA_POM (1 * MIB)
/* A manifest in an archive: a signed manifest has 100 bytes for each of 100,000 members. */
#define LIMIT_JAVA_MANIFEST (16 * MIB)

/* A package.json: the longest seen has 200 KB of exports and dependencies. */
#define LIMIT_PACKAGE_JSON (4 * MIB)
/* A gem's specification: with the list of its files, as old ones have it, 100 KB. */
#define LIMIT_GEMSPEC (4 * MIB)
/* The DESCRIPTION of an R package: the longest on CRAN have 30 KB. */
#define LIMIT_R_DESCRIPTION (1 * MIB)
/* Composer's installed.json, a .deps.json, an SBOM: the largest seen have 3 MB; as a tree 20 times that. */
#define LIMIT_LANGUAGE_DATABASE (16 * MIB)
/* Go's list of the modules of a program: Kubernetes, with 300 of them, has 40 KB. */
#define LIMIT_GO_BUILD_INFO (4 * MIB)
/* What cargo auditable embeds, inflated: 400 crates have 40 KB.  As a tree it can have 80 times its bytes. */
#define LIMIT_RUST_AUDIT (2 * MIB)
/* Dependencies among the crates of one executable; 400 crates have 2,000. */
#define LIMIT_RUST_DEPENDENCIES 100000
/* Versions of symbols that one library defines: libc has 38, Oracle's client 100. */
#define LIMIT_SYMBOL_VERSIONS 10000
/* All of them of an image, each as often as a folder leads to it: a desktop has 40,000. */
#define LIMIT_SYSTEM_SYMBOLS 500000
/* ld.so.conf and the files beside it; real ones have some lines. */
#define LIMIT_LD_SO_CONF (1 * MIB)
/* Folders that ld.so.conf names; Debian's with every CUDA has 20. */
#define LIMIT_LD_FOLDERS 1000
/* The header of a model: a GGUF with a vocabulary of 256,000 words has 15 MB of it, general.file_type behind them. */
#define LIMIT_MODEL_HEADER (32 * MIB)
/* A Pipfile or its lock: that of a project with 500 packages and all their hashes has 1 MB. */
#define LIMIT_PIPFILE (8 * MIB)
/* Tables and arrays of TOML within each other: a Pipfile has 3; its reader recurses. */
#define LIMIT_TOML_DEPTH 16

/* ---- build logs ---- */
/* One line's bytes that are matched; the longest real one was 413,105.  The rest is cut with a warning. */
#define LIMIT_LOG_LINE (64 * KIB)
/* A record in which a shipper wrapped lines: BuildKit's rawjson gathers what a vertex prints for 100 ms. */
#define LIMIT_LOG_RECORD (1 * MIB)
/* Prefixes before one line: kubectl's, its time, and those of what it ran; real logs have at most four. */
#define LIMIT_LOG_PREFIXES 6
/* Streams that a log interleaves, of those that are not over: BuildKit runs some dozens of vertices at once. */
#define LIMIT_LOG_TRACKS 128
/* One field of a log document (a command, a message). */
#define LIMIT_LOG_TEXT (4 * KIB)
/* Steps and packages of one log; the 13 MB log of the corpus has 4,000 packages. */
#define LIMIT_LOG_STEPS 10000
#define LIMIT_LOG_PACKAGES 50000
/* Hits of rules that are remembered at one time: the first few and the latest of a track's running step, and in all. */
#define LIMIT_LOG_CANDIDATES 64
#define LIMIT_LOG_ALL_CANDIDATES 512
/* All text kept of one log: 106.log of the corpus (a whole source-to-image build) keeps 200 KiB. */
#define LIMIT_LOG_KEPT (4 * MIB)
/* A line of an excerpt, and a message: a terminal shows some hundreds of characters of it. */
#define LIMIT_LOG_EXCERPT_LINE (1 * KIB)
/* A Pipfile.lock printed in a log, or Thoth's configuration: the largest seen have 300 KiB. */
#define LIMIT_LOG_PIPFILE_LOCK (1 * MIB)
/* An answer of Loki, whose lines must be sorted: it gives 5,000 lines at most unless told otherwise. */
#define LIMIT_LOG_DOCUMENT (4 * MIB)
/* What such an answer, a Pipfile.lock or a record of BuildKit becomes in memory: 32 MB are for all of a log. */
#define LIMIT_LOG_TREE (10 * MIB)
/* Rules of all files together, and one file of them: the taxonomy has 174. */
#define LIMIT_RULES 2000
#define LIMIT_RULE_FILE (1 * MIB)
/* Alternatives of all patterns: 490 rules have 2,700, and their numbers must fit 16 bits. */
#define LIMIT_RULE_PARTS 60000
/* Fixed texts of which a line must have one before a pattern runs, of one alternative: go.compile-error has 70. */
#define LIMIT_RULE_LITERALS 96
/* Words of one place of a list, which are asked about one by one: the most are some sixty. */
#define LIMIT_LIST_WORDS 1000
/* Groups within groups of a pattern; its reader recurses. */
#define LIMIT_RULE_NESTING 16
/*
 * Lines up to this length are searched whole.  What a pattern does on a line made for it grows with
 * the square of its length: the squares of the longer ones are summed up over a log, and beyond the
 * second number (two lines of the longest, five seconds at worst) only their starts are searched.
 */
#define LIMIT_PATTERN_LINE (2 * KIB)
#define LIMIT_PATTERN_WORK UINT64_C(8000000000)
/* Work of one pattern on one line (PCRE2 match limit): a real match takes some hundreds. */
#define LIMIT_PATTERN_MATCH 100000
#define LIMIT_PATTERN_DEPTH 1000

/* ---- stored results ---- */
/* One object: what S3 takes by one PUT, and Ceph's gateway unless told otherwise (rgw_max_put_size). */
#define LIMIT_OBJECT (5 * GIB)
/* A key below the store's place: S3 allows 1,024 bytes, a file system 255 between slashes. */
#define LIMIT_OBJECT_KEY 1024
#define LIMIT_OBJECT_KEY_PART 255
/* Parameters of a request's query: a list of objects has four. */
#define LIMIT_QUERY_PARAMETERS ((size_t)16)
/* Requests under way at one time, beside as many that follow on others; of small PUTs a gateway does 126 a second one by one, 668 so. */
#define LIMIT_REQUESTS_IN_FLIGHT 32
/* A file with keys of access, or one of them: real ones have some lines. */
#define LIMIT_S3_CREDENTIALS (64 * KIB)

#endif
