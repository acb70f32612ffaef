/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "limits.h"
#include "redact.h"

#define MOST 4096

static void check(const char *in, const char *want, size_t masked)
{
    STRBUF_AUTO(out, MOST);

    size_t count = redact_append(&out, span_string(in));
    assert_false(masked && redact_is_clean(span_string(in)));
    assert_string_equal(out.data, want);
    assert_int_equal(count, masked);
}

static void unchanged(const char *in)
{
    check(in, in, 0);
}

static void masks_what_clouds_and_headers_carry(void **state)
{
    (void)state;
    check("PGPASSWORD=hunter2 psql", "PGPASSWORD=*** psql", 1);
    check("MYSQL_PWD=hunter2", "MYSQL_PWD=***", 1);
    unchanged("PWD=/src OLDPWD=/");
    check("SIGNING_KEY=x RAILS_MASTER_KEY=y", "SIGNING_KEY=*** RAILS_MASTER_KEY=***", 2);
    check("AccountKey=abc==;EndpointSuffix=x", "AccountKey=***;EndpointSuffix=x", 1);
    check("https://s3.example/x?X-Amz-Date=1&X-Amz-Signature=0af1&y=1",
          "https://s3.example/x?X-Amz-Date=1&X-Amz-Signature=***&y=1", 1);
    check("https://b.example/x?sv=1&sig=a%2Bb&y=1", "https://b.example/x?sv=1&sig=***&y=1", 1);
    unchanged("sig=1 config=2");
    check("using rk_live_0123456789abcdef01 now", "using *** now", 1);
    check("AIza0123456789abcdefghijklmnopqrstuvwxy", "***", 1);
    check("SG.0123456789abcdefghijkl.0123456789abcdefghijklmnopqrstuvwxyz", "***", 1);
    check("curl -H X-Auth-Token:abc x", "curl -H X-Auth-Token:*** x", 1);
    check("> PRIVATE-TOKEN: abc", "> PRIVATE-TOKEN: ***", 1);
    check("> Cookie: a=b; c=d", "> Cookie: ***", 1);
    check("Set-Cookie: a=b; c=d", "Set-Cookie: ***", 1);
    check("proxy-AUTHORIZATION: a b", "proxy-AUTHORIZATION: ***", 1);
    check("authorization:a b", "authorization:***", 1);
    check("clientSECRET=a hostPASSWD=b xPassPhrase=c",
          "clientSECRET=*** hostPASSWD=*** xPassPhrase=***", 3);
    unchanged("invalid cookie: x");
    check("docker login -u me -phunter2 quay.example", "docker login -u me -p*** quay.example", 1);
    check("twine upload -u me -p hunter2 dist/*", "twine upload -u me -p *** dist/*", 1);
}

static void knows_clean_text(void **state)
{
    static const char *const clean[] = {"", "libc6", "2.36-9+deb12u4", "1.0~rc1", "Flask_Cors"};

    (void)state;
    for (size_t i = 0; i < sizeof clean / sizeof *clean; i++)
        assert_true(redact_is_clean(span_string(clean[i])));
    /* Long enough for a token, or with what stands before a value. */
    assert_false(redact_is_clean(SPAN_LITERAL("ghp_0123456789a")));
    assert_false(redact_is_clean(SPAN_LITERAL("AB=x")));
    assert_false(redact_is_clean(SPAN_LITERAL("-p x")));
}

static void masks_userinfo_of_urls(void **state)
{
    check("Looking in indexes: https://me:s3cret@pypi.example/simple",
          "Looking in indexes: "
          "https://me:***@pypi.example/simple",
          1);
    check("git+https://tok3n@git.example/a.git", "git+https://***@git.example/a.git", 1);
    check("https://a:p@ss@host/x", "https://a:***@host/x", 1);
    check("'http://a:b@c' https://d:e@f", "'http://a:***@c' https://d:***@f", 2);
    unchanged("ssh://git@git.example/a.git");
    unchanged("https://pypi.example/simple/@scope/x");
    unchanged("git@git.example:a/b.git");
}

static void masks_values_by_name(void **state)
{
    check("RUN DB_PASSWORD=hunter2 make", "RUN DB_PASSWORD=*** make", 1);
    check("export API_KEY=\"a b\"; run", "export API_KEY=\"***\"; run", 1);
    check("{\"token\": \"abc\", \"x\": 1}", "{\"token\": \"***\", \"x\": 1}", 1);
    check("  password: hunter2", "  password: ***", 1);
    check("dbPassword=x", "dbPassword=***", 1);
    check("--password x --user u", "--password *** --user u", 1);
    check("--token=x y", "--token=*** y", 1);
    check("ENV SECRET hunter2", "ENV SECRET ***", 1);
    check("-e 'GITHUB_TOKEN=a b' c", "-e 'GITHUB_TOKEN=***' c", 1);
    check("//registry.example/:_authToken=abc", "//registry.example/:_authToken=***", 1);
    check("curl -u me:hunter2 x", "curl -u me:*** x", 1);
    check("/x?token=abc&y=1", "/x?token=***&y=1", 1);
    unchanged("TOKEN=");
    unchanged("TOKEN=$TOKEN");
    unchanged("TOKEN=\"${TOKEN}\" x");
    check("TOKEN='$ecret'", "TOKEN='***'", 1);
    unchanged("docker run -u 1000:1000 x");
}

/* Behind what platforms put before lines, and in the middle of messages. */
static void masks_members_anywhere(void **state)
{
    (void)state;
    check("2024-03-01T10:00:00.5Z token: abc", "2024-03-01T10:00:00.5Z token: ***", 1);
    check("[pod/x] token: abc", "[pod/x] token: ***", 1);
    check("svc-1  | secret: abc", "svc-1  | secret: ***", 1);
    check("> auth: abc", "> auth: ***", 1);
    check("Mar  1 10:00:00 host job[7]: token: abc", "Mar  1 10:00:00 host job[7]: token: ***", 1);
    check("#6 0.101 token: abc", "#6 0.101 token: ***", 1);
    check("INFO connecting with password: hunter2", "INFO connecting with password: ***", 1);
    check("settings loaded, api_key: abc x", "settings loaded, api_key: *** x", 1);
    check("error = aws_secret_access_key = abc", "error = aws_secret_access_key = ***", 1);
    check("map[password:abc user:bob]", "map[password:*** user:bob]", 1);
    check("<password>a b</password>", "<password>***</password>", 1);
    check("mysql -uroot -phunter2 x", "mysql -uroot -p*** x", 1);
    check("curl -sf -ubob:hunter2 x", "curl -sf -ubob:*** x", 1);
    unchanged("useradd -u1000:x; ls -p");
    unchanged("mysql -p x");
    unchanged("PASS: tests/version");
    unchanged("x\nPASS: tests/version");
    unchanged("#8 64.52 PASS: tests/version");
    unchanged("    --- PASS: TestA (0.00s)");
    check("      PASS: hunter2", "      PASS: ***", 1);
    check("svc-1  |   PASS: hunter2", "svc-1  |   PASS: ***", 1);
    check("SECRET_KEY = os.environ.get(\"K\",\"hunter2\")", "SECRET_KEY = ***)", 1);
    check("password: process.env.P??\"hunter2\"", "password: ***", 1);
    unchanged("passwd: Authentication token manipulation error");
    check("passwd: abc", "passwd: ***", 1);
    unchanged("me ALL=(ALL) NOPASSWD: ALL");
    unchanged("#8 2.5 SECRET_KEY = os.environ[\"SECRET_KEY\"]");
    unchanged("password: process.env.PASSWORD");
    check("pass: abc", "pass: ***", 1);
    unchanged("secret pypi_token: not found");
    unchanged("<token>");
}

static void keeps_messages(void **state)
{
    unchanged("SyntaxError: Unexpected token: punc");
    unchanged("syntax error near unexpected token `('");
    unchanged("error: password authentication failed");
    unchanged("monkey=banana keyboard=us author=me");
    unchanged("basic support for x");
    unchanged("Collecting scikit-learn==1.0 (from -r requirements.txt (line 2))");
    unchanged("make: *** [Makefile:49: build] Error 1");
}

static void masks_token_shapes(void **state)
{
    check("x ghp_0123456789abcdefghij y", "x *** y", 1);
    check("glpat-abcdefghij0123456789", "***", 1);
    check("AKIAIOSFODNN7EXAMPLE.", "***.", 1);
    check("Authorization: Bearer abc.def-123", "Authorization: ***", 1);
    check("-H 'Authorization: token abc' x", "-H 'Authorization: ***' x", 1);
    check("sent Basic dXNlcjpwYXNzd29yZA== ok", "sent Basic *** ok", 1);
    check("eyJhbGciOiJI.eyJzdWIi.c2ln.", "***", 1);
    unchanged("sk-learn");
    unchanged("npm_config_loglevel");
}

/* Each form, of the letters and digits that it has at the least, and one fewer; in a word it is none. */
static void masks_each_token_shape(void **state)
{
    static const struct {
        const char *prefix;
        size_t least;
    } shapes[] = {{"ghp_", 16},      {"gho_", 16},    {"ghu_", 16},  {"ghs_", 16},
                  {"ghr_", 16},      {"glpat-", 16},  {"xoxb-", 10}, {"xoxa-", 10},
                  {"xoxp-", 10},     {"xoxr-", 10},   {"xoxs-", 10}, {"AKIA", 16},
                  {"ASIA", 16},      {"npm_", 30},    {"pypi-", 30}, {"sk-", 20},
                  {"dckr_pat_", 16}, {"sha256~", 30}, {"hf_", 30},   {"sk_live_", 16},
                  {"rk_live_", 16},  {"SG.", 40},     {"AIza", 30},  {"github_pat_", 16}};
    static const char body[] = "1bcdefghij2bcdefghij3bcdefghij4bcdefghij";

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        STRBUF_AUTO(text, MOST);

        strbuf_addf(&text, "a %s%.*s b", shapes[i].prefix, (int)shapes[i].least, body);
        check(text.data, "a *** b", 1);
        strbuf_clear(&text);
        strbuf_addf(&text, "a %s%.*s b", shapes[i].prefix, (int)shapes[i].least - 1, body);
        unchanged(text.data);
        strbuf_clear(&text);
        strbuf_addf(&text, "a Z%s%.*s b", shapes[i].prefix, (int)shapes[i].least, body);
        unchanged(text.data);
    }
}

static void masks_private_keys(void **state)
{
    check("a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb", "a\n***\nb",
          1);
    check("-----BEGIN PRIVATE KEY-----\nMIIE", "***", 1);
    unchanged("-----BEGIN CERTIFICATE-----\nMIIE");
}

static void masks_assignments_whole(void **state)
{
    STRBUF_AUTO(out, MOST);

    assert_int_equal(redact_append_assignment(&out, SPAN_LITERAL("MY_SECRET=a b\nc")), 1);
    assert_string_equal(out.data, "MY_SECRET=***");
    strbuf_clear(&out);
    assert_int_equal(redact_append_assignment(&out, SPAN_LITERAL("PATH=/bin:/usr/bin")), 0);
    assert_string_equal(out.data, "PATH=/bin:/usr/bin");
    strbuf_clear(&out);
    assert_int_equal(redact_append_assignment(&out, SPAN_LITERAL("PROXY=http://a:b@c")), 1);
    assert_string_equal(out.data, "PROXY=http://a:***@c");
}

static void knows_names(void **state)
{
    static const char *const yes[] = {"PASSWORD",    "db-passwords", "AWS_SECRET_ACCESS_KEY",
                                      "apiKey",      "API_KEY",      "npm.authToken",
                                      "CREDENTIALS", "X_AUTH"};
    static const char *const no[] = {"PATH",      "AUTHOR", "KEYBOARD", "MONKEY",
                                     "tokenizer", "",       "KEY"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(redact_name_is_secret(span_string(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(redact_name_is_secret(span_string(no[i])));
}

static void survives_any_cut(void **state)
{
    static const char text[] =
        "x https://a:b@c TOKEN='y z' Bearer abcdefgh1 -----BEGIN PRIVATE KEY----- \\";

    for (size_t i = 0; i <= sizeof text; i++) {
        STRBUF_AUTO(out, MOST);

        redact_append(&out, span_of(text, i));
        assert_true(out.len <= i + 16);
    }
}

static void masks_urls_alone(void **state)
{
    static const char *const texts[][2] = {
        {"auth-token==1", "auth-token==1"},
        {"libpam-auth:any (>= 1)", "libpam-auth:any (>= 1)"},
        {"a @ https://u:p@h/a ; extra == 'x'", "a @ https://u:***@h/a ; extra == 'x'"},
        {"https://h/t?token=a", "https://h/t?token=***"},
        {"", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        STRBUF_AUTO(out, MOST);

        assert_int_equal(redact_append_urls(&out, span_string(texts[i][0])),
                         strcmp(texts[i][0], texts[i][1]) != 0);
        assert_string_equal(out.data, texts[i][1]);
    }
}

/* Words that could be the start of something and are not, a MiB of them: their square has no end. */
static void takes_no_square_of_the_size(void **state)
{
    static const struct {
        const char *start;
        const char *word;
    } texts[] = {
        {"", "-u="},        {"", "sk-"},  {"", "eyJ-"},    {"", "glpat-."},     {"", "xoxb-"},
        {"", "pypi-_"},     {"", "a://"}, {"", "a://a:"},  {"", "-----BEGIN "}, {"", "basic "},
        {"ENV ", "TOKEN "}, {" ", "a "},  {"", "\"-u \""}, {"", "token:\""},    {"", "("},
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        STRBUF_AUTO(text, (1 * MIB));
        STRBUF_AUTO(out, 2 * MIB);

        while (texts[i].start[0] && text.len < MIB / 2)
            strbuf_add_string(&text, texts[i].start);
        while (!strbuf_overflowed(&text))
            strbuf_add_string(&text, texts[i].word);
        redact_append(&out, strbuf_span(&text));
        assert_true(out.len > 0 && !strbuf_overflowed(&out));
    }
}

static void masks_passwords_of_logins(void **state)
{
    (void)state;
    check("docker login -u me -p hunter2 quay.example", "docker login -u me -p *** quay.example",
          1);
    check("RUN a && podman login -p='hun ter2'", "RUN a && podman login -p='***'", 1);
    check("sshpass -p hunter2 ssh me@host", "sshpass -p *** ssh me@host", 1);
    unchanged("docker login -u me -p $PASSWORD quay.example");
    unchanged("docker login x && mkdir -p a/b");
    unchanged("docker run -p 8080:80 x");
    unchanged("mkdir -p a");
    unchanged("docker login -p");
}

/* What redact_append gives of the whole, when every piece has size bytes. */
static void check_pieces(struct span text, size_t size)
{
    CLEANUP(cleanup_redactor) struct redactor *redactor = redactor_new();
    STRBUF_AUTO(whole, 4 * MIB);
    STRBUF_AUTO(out, 4 * MIB);
    size_t masked = redact_append(&whole, text);

    for (struct span rest = text; rest.len; rest = span_skip(rest, size))
        redactor_add(redactor, &out, span_head(rest, size));
    assert_int_equal(redactor_finish(redactor, &out), masked);
    assert_int_equal(out.len, whole.len);
    assert_memory_equal(out.data, whole.data, out.len);
}

static void masks_pieces_as_the_whole(void **state)
{
    static const char *const parts[] = {
        "x https://a:b@c TOKEN='y z' Bearer abcdefgh1\n",
        "-----BEGIN RSA PRIVATE KEY-----\nMII\nabc\n-----END RSA PRIVATE KEY-----\n",
        "docker login -u me -p hunter2 x\n  \"password\": \"a\nb\",\nENV API_KEY x\\\ny\n",
    };

    STRBUF_AUTO(text, MIB);
    (void)state;
    for (size_t i = 0; text.len < 3 * LIMIT_SECRET; i++)
        strbuf_add_string(&text, parts[i % 3]);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        check_pieces(span_string(parts[i]), 1);
    check_pieces(strbuf_span(&text), 977);
    check_pieces(strbuf_span(&text), LIMIT_SECRET);
    check_pieces(strbuf_span(&text), MIB);
}

/* before, as many 'x' as are wanted, and after. */
static void check_stretched(const char *before, size_t count, const char *after, const char *want)
{
    STRBUF_AUTO(text, MIB);
    STRBUF_AUTO(out, MIB);

    strbuf_add_string(&text, before);
    for (size_t i = 0; i < count; i++)
        strbuf_add_byte(&text, 'x');
    strbuf_add_string(&text, after);
    redact_append(&out, strbuf_span(&text));
    assert_string_equal(out.data, want);
    check_pieces(strbuf_span(&text), 1000);
}

static void hides_what_is_longer_than_is_looked_at(void **state)
{
    static const size_t sizes[] = {LIMIT_SECRET - 100, LIMIT_SECRET, 3 * LIMIT_SECRET};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        check_stretched("a\nTOKEN=", sizes[i], "\nb\n", "a\nTOKEN=***\nb\n");
        check_stretched("TOKEN='", sizes[i], "y\nb", "TOKEN=***\nb");
        check_stretched("ghp_0", sizes[i], "\nb", "***\nb");
        check_stretched("https://me:", sizes[i], "@h/a\nb",
                        i ? "https://***\nb" : "https://me:***@h/a\nb");
        check_stretched("Authorization: a ", sizes[i], "\nb", "Authorization: ***\nb");
        check_stretched("-----BEGIN PRIVATE KEY-----\n", sizes[i], "\n-----END PRIVATE KEY-----\nb",
                        "***\nb");
        check_stretched("-----BEGIN PRIVATE KEY-----\n", sizes[i], "\n-----END", "***");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_clean_text),
        cmocka_unit_test(masks_what_clouds_and_headers_carry),
        cmocka_unit_test(masks_userinfo_of_urls),
        cmocka_unit_test(masks_passwords_of_logins),
        cmocka_unit_test(masks_values_by_name),
        cmocka_unit_test(masks_members_anywhere),
        cmocka_unit_test(keeps_messages),
        cmocka_unit_test(masks_token_shapes),
        cmocka_unit_test(masks_each_token_shape),
        cmocka_unit_test(masks_private_keys),
        cmocka_unit_test(masks_assignments_whole),
        cmocka_unit_test(knows_names),
        cmocka_unit_test(survives_any_cut),
        cmocka_unit_test(masks_urls_alone),
        cmocka_unit_test(takes_no_square_of_the_size),
        cmocka_unit_test(masks_pieces_as_the_whole),
        cmocka_unit_test(hides_what_is_longer_than_is_looked_at),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
