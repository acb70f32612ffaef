/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "object_store_calls.h"

#include <errno.h>
#include <libs3.h>
#include <string.h>
#include <unistd.h>

#include "retry.h"
#include "s3_poll.h"
#include "s3_refusal.h"
#include "xalloc.h"

#ifdef S3_DEFAULT_REGION
#error "this is written for libs3 2, whose calls have other parameters than later ones"
#endif

/* The longest that is waited for bytes before libcurl is asked again; milliseconds. */
#define WAIT 500

/* A body that libcurl sends with the headers is less. */
#define WHOLE_BODY (64 * KIB)

/* Seconds without a word of the server: one that is busy with itself has come back by then. */
#define SILENCE 60
/* What a request may take: a time, and its body at 500 KB a second. */
#define REQUEST_MILLISECONDS 600000
#define BYTES_A_MILLISECOND 500

/* Who is asked takes a second at times; after so many milliseconds something is wrong. */
#define SILENCE_NOTICED 2000

/* As many as a server lists at most. */
#define KEYS_AT_ONCE 1000
/* Precondition Failed (RFC 9110, 15.5.13): If-None-Match was asked, and there is one. */
#define HTTP_TAKEN 412

struct object_calls {
    struct s3_terms terms;
    S3BucketContext bucket;
    S3RequestContext *context; /* made by the first request */
    struct s3_poll poll;       /* of context */
    size_t flying;
    size_t following; /* of these: on others */
    long silence;     /* seconds */
    int64_t heard;    /* when the server last answered, on retry_now()'s clock */
    bool gave_up;
    void (*heed)(void *context); /* of silence; NULL: nobody */
    void *heed_context;
    int64_t run_began;
    bool silence_told;           /* in this run */
    struct object_call *waiting; /* of the calls that follow on others, the latest first */
};

/* ---- what came of them ---- */

static bool has_succeeded(const struct object_call *call)
{
    return call->http.status >= 200 && call->http.status < 300;
}

bool object_call_is_refused(const struct object_call *call)
{
    return call->http.status >= 300;
}

static void tell_refusal(struct object_call *call)
{
    struct s3_refusal why = s3_refusal_read(strbuf_span(&call->http.refusal));
    enum error_kind kind = s3_refusal_kind(call->http.status, why.code);

    if (!why.code.len)
        error_set(&call->err, kind, "the server answers with status %ld", call->http.status);
    else
        error_set(&call->err, kind, "%s%s%s (status %ld)",
                  quote_bytes(why.code.data, why.code.len).text, why.message.len ? ": " : "",
                  quote_bytes(why.message.data, why.message.len).text, call->http.status);
}

static void tell_failure(struct object_call *call)
{
    const char *reason = call->http.reason;
    S3Status status = (S3Status)call->status;
    /* Its own refusal of a name or a header. */
    bool is_its_own = status < S3StatusNameLookupError && status > S3StatusInterrupted;
    enum error_kind kind = is_its_own || status == S3StatusServerFailedVerification
                               ? ERROR_CONFIGURATION
                               : ERROR_TRY_AGAIN;

    if (status == S3StatusOutOfMemory)
        out_of_memory();
    if (*reason)
        error_set(&call->err, kind, "%s", reason);
    else
        error_set(&call->err, kind, "the server has not answered (%s)", S3_get_status_name(status));
}

/* libs3 takes an answer that was cut for a whole one, but libcurl has said that it was. */
static bool is_whole(const struct object_call *call)
{
    return call->status == S3StatusOK && !call->http.reason[0];
}

/* Sets call->err unless it was answered with success. */
static void judge(struct object_call *call)
{
    if (object_call_is_refused(call))
        tell_refusal(call);
    else if (!has_succeeded(call) || (call->method != CALL_PUT && !is_whole(call)))
        tell_failure(call);
}

bool object_call_is_absent(const struct object_call *call)
{
    struct s3_refusal why = s3_refusal_read(strbuf_span(&call->http.refusal));

    return call->http.status == 404 && !span_equal_string(why.code, "NoSuchBucket");
}

bool object_call_is_taken(const struct object_call *call)
{
    return call->http.status == HTTP_TAKEN;
}

static void go_on(struct object_call *call)
{
    struct object_call *then = call->then;

    if (then && error_is_set(&call->err) && !object_call_is_taken(call)) {
        then->err = call->err;
    } else if (then) {
        then->follows = true;
        then->behind = call->calls->waiting;
        call->calls->waiting = then;
    }
}

void object_call_release(struct object_call *call)
{
    strbuf_release(&call->http.refusal);
}

/* ---- what libs3 asks for ---- */

/* 100 Continue is the front's, and says nothing of what is behind it. */
static bool is_answered(const struct object_call *call)
{
    return call->http.status >= 200;
}

/* True if it ended because nobody answers any more, and not with its connection. */
static bool was_silent(const struct object_call *call)
{
    /* libcurl looks at its clock once a second. */
    int64_t silence = call->calls->silence * 1000 * 3 / 4;

    return !is_answered(call) && retry_now() - call->moved >= silence &&
           call->calls->heard <= call->moved;
}

static void complete(S3Status status, const S3ErrorDetails *details, void *context)
{
    struct object_call *call = context;

    (void)details;
    call->status = (int)status;
    call->calls->flying--;
    call->calls->following -= call->follows;
    s3_transport_end(&call->http);
    if (was_silent(call))
        call->calls->gave_up = true;
    if (is_answered(call))
        call->calls->heard = retry_now();
    judge(call);
    go_on(call);
}

static S3Status heed_nothing(const S3ResponseProperties *properties, void *context)
{
    (void)properties;
    (void)context;
    return S3StatusOK;
}

/* The next bytes of a PUT's file. */
static ssize_t read_file(struct object_call *call, char *buffer, size_t size)
{
    ssize_t n;

    do {
        n = pread(call->file->fd, buffer, size, (off_t)call->sent);
    } while (n < 0 && errno == EINTR);
    if (n < 0)
        error_set_errno(&call->err, errno, "cannot read what is to be sent");
    else if (n == 0)
        error_set(&call->err, ERROR_LOCAL_IO, "what is to be sent has become shorter");
    return n > 0 ? n : -1;
}

static int give_body(int size, char *buffer, void *context)
{
    struct object_call *call = context;
    uint64_t left = call->size - call->sent;
    ssize_t len = left < (uint64_t)size ? (ssize_t)left : size;

    if (len && call->file)
        len = read_file(call, buffer, (size_t)len);
    else if (len)
        memcpy(buffer, call->body.data + call->sent, (size_t)len);
    call->sent += len > 0 ? (uint64_t)len : 0;
    call->moved = retry_now();
    return (int)len;
}

static S3Status take_body(int size, const char *bytes, void *context)
{
    struct object_call *call = context;

    call->moved = retry_now();
    strbuf_add(call->into, bytes, (size_t)size);
    return strbuf_overflowed(call->into) ? S3StatusAbortedByCallback : S3StatusOK;
}

static S3Status take_keys(int is_truncated, const char *next, int count,
                          const S3ListBucketContent *contents, int folder_count,
                          const char **folders, void *context)
{
    struct object_call *call = context;

    (void)next;
    (void)folder_count;
    (void)folders;
    call->has_more = is_truncated != 0;
    for (int i = 0; i < count; i++) {
        strbuf_add_string(call->into, contents[i].key);
        strbuf_add_byte(call->into, '\n');
    }
    return strbuf_overflowed(call->into) ? S3StatusAbortedByCallback : S3StatusOK;
}

/* What is kept beside the object: as many as there are in all. */
#define NOTES 3

static int notes_of(const struct object_call *call, S3NameValue *notes)
{
    int count = 0;

    notes[count++] = (S3NameValue){"sha256", call->sha256->text + 7};
    if (call->result_sha256)
        notes[count++] = (S3NameValue){"result-sha256", call->result_sha256};
    if (call->day)
        notes[count++] = (S3NameValue){"day", call->day};
    return count;
}

static void start_put(struct object_calls *calls, struct object_call *call)
{
    static const S3PutObjectHandler put = {{heed_nothing, complete}, give_body};
    S3NameValue notes[NOTES];
    const S3PutProperties properties = {.contentType = "application/octet-stream",
                                        .md5 = call->md5->base64,
                                        .expires = -1,
                                        .metaDataCount = notes_of(call, notes),
                                        .metaData = notes};

    call->http.payload_hash = call->sha256->text + 7;
    call->http.payload_size = call->size;
    if (!call->file && call->size < WHOLE_BODY)
        call->http.whole = call->body;
    S3_put_object(&calls->bucket, call->key, call->size, &properties, calls->context, &put, call);
}

static long time_for(const struct object_call *call)
{
    int64_t left = call->end - retry_now();

    if (!call->end)
        return REQUEST_MILLISECONDS + (long)(call->size / BYTES_A_MILLISECOND);
    /* 0 would be no limit. */
    return left > 1 ? (long)left : 1;
}

static void start(struct object_calls *calls, struct object_call *call)
{
    static const S3ResponseHandler answer = {heed_nothing, complete};
    static const S3GetObjectHandler get = {{heed_nothing, complete}, take_body};
    static const S3ListBucketHandler list = {{heed_nothing, complete}, take_keys};

    call->calls = calls;
    call->http.terms = &calls->terms;
    call->http.silence = calls->silence;
    call->http.milliseconds = time_for(call);
    call->moved = retry_now();
    strbuf_init(&call->http.refusal, LIMIT_REGISTRY_ERROR);
    calls->flying++;
    calls->following += call->follows;
    s3_transport_begin(&call->http);
    if (call->method == CALL_PUT)
        start_put(calls, call);
    else if (call->method == CALL_GET)
        S3_get_object(&calls->bucket, call->key, NULL, 0, 0, calls->context, &get, call);
    else if (call->method == CALL_LIST)
        S3_list_bucket(&calls->bucket, call->key, call->after, call->below ? NULL : "/",
                       KEYS_AT_ONCE, calls->context, &list, call);
    else if (call->method == CALL_HEAD)
        S3_head_object(&calls->bucket, call->key, calls->context, &answer, call);
    else
        S3_delete_object(&calls->bucket, call->key, calls->context, &answer, call);
    s3_transport_begin(NULL);
}

static void wait_for_bytes(struct object_calls *calls)
{
    int64_t wait = S3_get_request_context_timeout(calls->context);

    s3_poll_wait(&calls->poll, wait < 0 || wait > WAIT ? WAIT : wait);
}

/* Ends what is under way, each with a status of its own. */
static void break_off(struct object_calls *calls)
{
    if (calls->context)
        S3_destroy_request_context(calls->context);
    calls->context = NULL;
}

static bool begin(struct object_calls *calls)
{
    s3_poll_use(&calls->poll);
    if (!calls->context && S3_create_request_context(&calls->context) != S3StatusOK)
        out_of_memory();
    return calls->context != NULL;
}

/* What follows takes no place from those, so as many PUTs are on their way as may be, and HEADs beside them. */
static bool has_place(const struct object_calls *calls)
{
    return calls->flying - calls->following < LIMIT_REQUESTS_IN_FLIGHT &&
           calls->flying < (size_t)2 * LIMIT_REQUESTS_IN_FLIGHT;
}

/* The next to begin, NULL: there is none now. */
static struct object_call *next_call(struct object_calls *calls, struct object_call **items,
                                     const struct object_call *end)
{
    struct object_call *call = calls->waiting;

    if (call)
        calls->waiting = call->behind;
    else if (*items < end && has_place(calls))
        call = (*items)++;
    return call;
}

/* To wait for each of them in turn would take its silence as many times. */
static void start_or_fail(struct object_calls *calls, struct object_call *call)
{
    if (!calls->gave_up)
        start(calls, call);
    else
        error_set(&call->err, ERROR_TRY_AGAIN,
                  "the server has said nothing for %ld seconds, and is asked no more",
                  calls->silence);
}

void object_calls_heed_silence(struct object_calls *calls, void (*heed)(void *context),
                               void *context)
{
    calls->heed = heed;
    calls->heed_context = context;
}

static void tell_silence(struct object_calls *calls)
{
    int64_t heard = calls->heard > calls->run_began ? calls->heard : calls->run_began;

    if (!calls->heed || calls->silence_told || retry_now() - heard < SILENCE_NOTICED)
        return;
    calls->silence_told = true;
    calls->heed(calls->heed_context);
}

void object_calls_run(struct object_calls *calls, struct object_call *items, size_t count)
{
    const struct object_call *end = items + count;
    struct object_call *call = NULL;
    int remaining;

    calls->run_began = retry_now();
    calls->silence_told = false;
    while (items < end || calls->waiting || calls->flying) {
        while (begin(calls) && (call = next_call(calls, &items, end)))
            start_or_fail(calls, call);
        if (!calls->flying)
            continue;
        if (S3_runonce_request_context(calls->context, &remaining) != S3StatusOK)
            break_off(calls);
        else if (calls->flying && !calls->waiting)
            wait_for_bytes(calls);
        tell_silence(calls);
    }
}

/* ---- the bucket ---- */

bool object_calls_gave_up(const struct object_calls *calls)
{
    return calls->gave_up;
}

/* With version 4 libcurl signs; what libs3 makes of its own key is not sent. */
struct object_calls *object_calls_new(const struct s3_place *place,
                                      const struct object_store_options *how)
{
    struct object_calls *calls = xcalloc(1, sizeof *calls);

    if (S3_initialize(NULL, 0, place->host) != S3StatusOK)
        out_of_memory();
    calls->terms = (struct s3_terms){.key_id = place->keys.key_id,
                                     .secret = place->keys.secret,
                                     .token = place->keys.token,
                                     .region = place->region,
                                     .version_2 = how->version_2};
    calls->silence = how->silence_seconds ? how->silence_seconds : SILENCE;
    if (!place->plain_http)
        calls->terms.authorities = strbuf_span(&place->authorities);
    calls->bucket =
        (S3BucketContext){.hostName = place->host,
                          .bucketName = place->bucket,
                          .protocol = place->plain_http ? S3ProtocolHTTP : S3ProtocolHTTPS,
                          .uriStyle = S3UriStylePath,
                          .accessKeyId = place->keys.key_id,
                          .secretAccessKey = how->version_2 ? place->keys.secret : "unused"};
    return calls;
}

void object_calls_free(struct object_calls *calls)
{
    if (!calls)
        return;
    break_off(calls);
    s3_poll_release(&calls->poll);
    S3_deinitialize();
    free(calls);
}
