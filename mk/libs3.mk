# SPDX-License-Identifier: GPL-3.0-or-later
# libs3, as one object of libcommon's archive: what calls S3_... links it, and nobody else.
#
# What it would call of libcurl's and libxml2's goes to libcommon/s3_transport.c, s3_poll.c and s3_xml.c
# instead, by renaming the symbols in a copy of its archive.  The linker's --wrap would do it for
# the whole program, libcommon/http.c too.  All its names but S3_... become local, as it has
# some (urlEncode, base64Encode) that anybody might choose.

LIBS3_ARCHIVE := $(wildcard $(shell $(CC) -print-file-name=libs3.a))
LIBS3_OBJECT := $(BUILD)/obj/libs3.o
LIBS3_SEAM := $(foreach s,curl_easy_setopt=s3_transport_setopt \
    curl_multi_init=s3_poll_init curl_multi_perform=s3_poll_perform \
    xmlCreatePushParserCtxt=s3_xml_create xmlParseChunk=s3_xml_parse \
    xmlFreeParserCtxt=s3_xml_free xmlGetPredefinedEntity=s3_xml_entity,--redefine-sym $s)

$(LIBS3_OBJECT): $(LIBS3_ARCHIVE) mk/libs3.mk | check-deps
	@mkdir -p $(@D)
	$Q$(call say,ld,$@)ld -r --whole-archive -o $@.whole $(LIBS3_ARCHIVE)
	$Qobjcopy --wildcard --keep-global-symbol='S3_*' $(LIBS3_SEAM) $@.whole $@
	@rm -f $@.whole
