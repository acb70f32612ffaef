/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bare-puts PREFIX FOLDER: puts a folder's files into the bucket `lab` with libs3 alone, 32 requests at one time.
 *
 * It is linked with libs3 as Debian has it, without the seam (s3_transport.h): no digest, nothing asked for
 * afterwards, signed with version 2.  The server is http at AWS_ENDPOINT_URL, for who AWS_ACCESS_KEY_ID and
 * AWS_SECRET_ACCESS_KEY say.  What store-results takes longer is what it does beside sending.
 */
#include <dirent.h>
#include <libs3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>

#include "stream.h"
#include "xalloc.h"

#define IN_FLIGHT 32
#define MOST_BYTES ((size_t)1 << 20)

struct upload {
    struct strbuf body;
    struct span unsent;
    S3Status status;
};

static size_t flying;

static S3Status heed_nothing(const S3ResponseProperties *properties, void *context)
{
    (void)properties;
    (void)context;
    return S3StatusOK;
}

static void complete(S3Status status, const S3ErrorDetails *details, void *context)
{
    (void)details;
    ((struct upload *)context)->status = status;
    flying--;
}

static int give_body(int size, char *buffer, void *context)
{
    struct upload *up = context;
    struct span piece = span_head(up->unsent, (size_t)size);

    memcpy(buffer, piece.data, piece.len);
    up->unsent = span_skip(up->unsent, piece.len);
    return (int)piece.len;
}

static void read_file(struct upload *up, const char *path)
{
    struct error err = {0};
    CLEANUP(cleanup_stream) struct stream *in = stream_open_file(path, &err);

    strbuf_init(&up->body, MOST_BYTES);
    if (in && stream_read_all(in, &up->body, path, &err))
        return;
    fprintf(stderr, "bare-puts: %s\n", err.message);
    exit(1);
}

static void start(const S3BucketContext *bucket, S3RequestContext *context, const char *prefix,
                  const char *folder, const char *name, struct upload *up)
{
    static const S3PutObjectHandler handler = {{heed_nothing, complete}, give_body};
    CLEANUP(cleanup_free) char *path = xasprintf("%s/%s", folder, name);
    CLEANUP(cleanup_free) char *key = xasprintf("%s/%s", prefix, name);

    read_file(up, path);
    up->unsent = strbuf_span(&up->body);
    flying++;
    S3_put_object(bucket, key, up->body.len, NULL, context, &handler, up);
}

static void wait_for_bytes(S3RequestContext *context)
{
    fd_set readable;
    fd_set writable;
    fd_set failed;
    struct timeval time = {.tv_usec = 50000};
    int last = -1;

    FD_ZERO(&readable);
    FD_ZERO(&writable);
    FD_ZERO(&failed);
    S3_get_request_context_fdsets(context, &readable, &writable, &failed, &last);
    (void)select(last + 1, &readable, &writable, &failed, &time);
}

static void put_all(const S3BucketContext *bucket, char **argv, struct dirent **files,
                    struct upload *ups, int count)
{
    S3RequestContext *context;
    int next = 0;
    int remaining;

    if (S3_create_request_context(&context) != S3StatusOK)
        exit(1);
    while (next < count || flying) {
        for (; next < count && flying < IN_FLIGHT; next++)
            start(bucket, context, argv[1], argv[2], files[next]->d_name, &ups[next]);
        S3_runonce_request_context(context, &remaining);
        if (flying)
            wait_for_bytes(context);
    }
    S3_destroy_request_context(context);
}

static int judge(struct upload *ups, int count)
{
    int failed = 0;

    for (int i = 0; i < count; i++) {
        if (ups[i].status != S3StatusOK && failed++ == 0)
            fprintf(stderr, "bare-puts: %s\n", S3_get_status_name(ups[i].status));
        strbuf_release(&ups[i].body);
    }
    return failed ? 1 : 0;
}

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int put_folder(const S3BucketContext *bucket, char **argv)
{
    struct dirent **files = NULL;
    int count = scandir(argv[2], &files, is_file, alphasort);
    CLEANUP(cleanup_free) struct upload *ups = xcalloc((size_t)count + 1, sizeof *ups);

    if (count <= 0 || S3_initialize(NULL, 0, bucket->hostName) != S3StatusOK)
        return 1;
    put_all(bucket, argv, files, ups, count);
    S3_deinitialize();
    for (int i = 0; i < count; i++)
        free(files[i]);
    free(files);
    return judge(ups, count);
}

int main(int argc, char **argv)
{
    const char *host = getenv("AWS_ENDPOINT_URL");
    const S3BucketContext bucket = {.hostName = host ? host + strlen("http://") : NULL,
                                    .bucketName = "lab",
                                    .protocol = S3ProtocolHTTP,
                                    .uriStyle = S3UriStylePath,
                                    .accessKeyId = getenv("AWS_ACCESS_KEY_ID"),
                                    .secretAccessKey = getenv("AWS_SECRET_ACCESS_KEY")};

    if (argc != 3 || !span_starts_with(span_string(host), "http://") || !bucket.accessKeyId ||
        !bucket.secretAccessKey) {
        fprintf(stderr, "usage: AWS_ENDPOINT_URL=http://HOST ... bare-puts PREFIX FOLDER\n");
        return 2;
    }
    return put_folder(&bucket, argv);
}
