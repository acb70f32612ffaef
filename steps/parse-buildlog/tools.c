/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools.h"

#include "prefix.h"
#include "shell.h"

enum tool {
    ANY,
    BUILDER,
    SHELL,
    APT,
    APK,
    DNF,
    ZYPPER,
    PACMAN,
    RPM,
    GPG,
    PIP,
    PIPENV,
    POETRY,
    UV,
    MICROPIPENV,
    CONDA,
    PYTHON,
    PYTEST,
    NPM,
    YARN,
    PNPM,
    NODE,
    CARGO,
    RUSTC,
    GO,
    MAVEN,
    GRADLE,
    JAVA,
    SBT,
    GEM,
    BUNDLER,
    RUBY,
    COMPOSER,
    PHP,
    DOTNET,
    SWIFT,
    DART,
    HASKELL,
    PERL,
    ELIXIR,
    R,
    JULIA,
    ANSIBLE,
    GCC,
    LD,
    MAKE,
    CMAKE,
    MESON,
    NINJA,
    CONFIGURE,
    GIT,
    SVN,
    CURL,
    WGET,
    TAR,
    UNZIP,
    DOCKER,
    TOOL_COUNT
};

#define BIT(tool) (UINT64_C(1) << (tool))
_Static_assert(TOOL_COUNT < 64, "a set of tools is one word");

/* What a compiler, or a package that is built, starts. */
#define NATIVE                                                                                \
    (BIT(GCC) | BIT(LD) | BIT(MAKE) | BIT(CMAKE) | BIT(MESON) | BIT(NINJA) | BIT(CONFIGURE) | \
     BIT(CARGO) | BIT(RUSTC) | BIT(GIT) | BIT(CURL) | BIT(WGET) | BIT(TAR) | BIT(PYTHON) |    \
     BIT(PERL))
#define WHEELS (NATIVE | BIT(PIP) | BIT(SVN) | BIT(GO) | BIT(NPM) | BIT(NODE) | BIT(YARN))
/* Lifecycle scripts of npm's packages: downloads, node-gyp, husky ... */
#define SCRIPTS (NATIVE | BIT(NODE) | BIT(NPM) | BIT(YARN) | BIT(PNPM) | BIT(UNZIP))
#define JVM (BIT(JAVA) | BIT(GIT) | SCRIPTS)
/* What maintainer scripts run. */
#define MAINTAINER (BIT(PYTHON) | BIT(PERL) | BIT(GPG) | BIT(JAVA) | BIT(RUBY) | BIT(TAR))

/* names: in "tools" of rules, and of commands without their versions; runs: what it starts in turn. */
struct tool_row {
    const char *names;
    toolset runs;
};

static const struct tool_row rows[TOOL_COUNT] = {
    [ANY] = {"any kernel glibc ld.so libc openssl", TOOLS_ALL},
    [BUILDER] = {"docker-classic buildkit buildah podman kaniko s2i openshift tekton shipwright "
                 "skopeo runc crun oci registry compose github-actions gitlab jenkins cloud-build "
                 "dockerfile img",
                 TOOLS_ALL},
    [SHELL] = {"sh bash dash ash busybox zsh coreutils shadow set cd echo printf mkdir cp mv "
               "rm ln ls cat chmod chown chgrp touch test [ [[ true false export unset sed awk "
               "gawk grep egrep find head tail sort cut tr tee wc which type useradd usermod "
               "userdel groupadd adduser addgroup passwd chpasswd id whoami date sleep fi done "
               "for case esac in return exit install mktemp dirname basename readlink realpath "
               "diff patch locale-gen localedef update-alternatives ldconfig "
               "update-ca-certificates uname env printenv read ulimit umask pwd expr seq "
               "sha1sum sha256sum sha512sum md5sum stat du df sync ssh-keyscan rmdir shopt "
               "trap wait hash alias uniq xxd base a2enmod a2ensite phpenmod systemctl service",
               BIT(GPG)},
    [APT] = {"apt apt-get aptitude dpkg debconf apt-key add-apt-repository apt-cache apt-mark "
             "dpkg-deb gdebi debconf-set-selections apt-file apt-add-repository dpkg-divert "
             "apt-fast apt-ftparchive dpkg-statoverride dpkg-query apt-config",
             MAINTAINER},
    [APK] = {"apk", BIT(GPG)},
    [DNF] = {"dnf yum microdnf tdnf subscription-manager yum-config-manager dnf-3 dnf5 repoquery "
             "yum-builddep rhsm",
             BIT(RPM) | MAINTAINER},
    [ZYPPER] = {"zypper", BIT(RPM) | MAINTAINER},
    [PACMAN] = {"pacman yay pacman-key", BIT(GPG)},
    [RPM] = {"rpm rpmbuild rpmkeys", MAINTAINER},
    [GPG] = {"gpg gpgv gpg-agent dirmngr", BIT(CURL)},
    [PIP] = {"pip easy_install pip-tools pip-compile pip-sync build wheel flit hatch pdm pipx",
             WHEELS},
    [PIPENV] = {"pipenv", WHEELS},
    [POETRY] = {"poetry", WHEELS},
    [UV] = {"uv uvx", WHEELS},
    [MICROPIPENV] = {"micropipenv", WHEELS},
    [CONDA] = {"conda mamba micromamba libmamba anaconda conda-env", WHEELS},
    [PYTHON] = {"python setuptools distutils virtualenv venv django django-admin setup.py "
                "python-config pypy ensurepip",
                WHEELS},
    [PYTEST] = {"pytest tox nox unittest flake8 mypy pylint ruff black isort pre-commit", WHEELS},
    [NPM] = {"npm npx nvm n", SCRIPTS},
    [YARN] = {"yarn yarnpkg corepack bower", SCRIPTS},
    [PNPM] = {"pnpm pnpx", SCRIPTS},
    [NODE] = {"node nodejs typescript tsc webpack vite rollup esbuild bun deno next eslint jest "
              "node-gyp gulp grunt ng angular gatsby prettier mocha vitest jasmine karma",
              SCRIPTS},
    [CARGO] = {"cargo rustup cross maturin clippy", NATIVE},
    [RUSTC] = {"rustc", NATIVE},
    [GO] = {"go gofmt dep glide govendor godep golangci-lint",
            BIT(GIT) | BIT(GCC) | BIT(LD) | BIT(SVN)},
    [MAVEN] = {"maven mvn mvnw", JVM},
    [GRADLE] = {"gradle gradlew", JVM},
    [JAVA] = {"java javac jar jvm kotlinc scalac keytool ant", JVM},
    [SBT] = {"sbt scala ivy coursier lein leiningen", JVM},
    [GEM] = {"gem rubygems", NATIVE | BIT(RUBY) | BIT(BUNDLER)},
    [BUNDLER] = {"bundler bundle", SCRIPTS | BIT(RUBY) | BIT(GEM)},
    [RUBY] = {"ruby rake rails mkmf irb rspec rubocop", SCRIPTS | BIT(GEM) | BIT(BUNDLER)},
    [COMPOSER] = {"composer composer.phar",
                  BIT(PHP) | BIT(GIT) | BIT(UNZIP) | BIT(NODE) | BIT(SVN)},
    [PHP] =
        {"php pecl phpize pear docker-php-ext-install docker-php-ext-configure "
         "docker-php-ext-enable docker-php-source install-php-extensions artisan phpunit php-fpm",
         NATIVE | BIT(COMPOSER) | BIT(APT) | BIT(APK)},
    [DOTNET] = {"dotnet nuget msbuild csc", SCRIPTS},
    [SWIFT] = {"swift swiftc swiftpm", NATIVE},
    [DART] = {"dart flutter pub fvm", SCRIPTS | BIT(GRADLE) | BIT(JAVA)},
    [HASKELL] = {"stack cabal ghc haskell", NATIVE},
    [PERL] = {"perl cpanm cpan cpanminus carton prove", NATIVE},
    [ELIXIR] = {"mix elixir rebar hex erlang", SCRIPTS},
    [R] = {"R Rscript r install2.r", NATIVE},
    [JULIA] = {"julia", NATIVE | BIT(UNZIP)},
    [ANSIBLE] = {"ansible ansible-playbook ansible-galaxy", TOOLS_ALL},
    [GCC] = {"gcc g++ cc c++ clang clang++ cpp gfortran nvcc cl as", BIT(LD)},
    [LD] = {"ld collect2 gold lld ar ranlib", TOOLS_NONE},
    [MAKE] = {"make gmake mingw32-make", TOOLS_ALL},
    [CMAKE] = {"cmake ctest cpack vcpkg conan", NATIVE},
    [MESON] = {"meson", NATIVE},
    [NINJA] = {"ninja ninja-build samu bazel scons", NATIVE},
    [CONFIGURE] = {"configure autoconf automake autoreconf libtoolize aclocal libtool autotools "
                   "pkg-config pkgconf autogen.sh",
                   NATIVE},
    [GIT] = {"git git-lfs ssh gh hg bzr", BIT(CURL)},
    [SVN] = {"svn", TOOLS_NONE},
    [CURL] = {"curl", TOOLS_NONE},
    [WGET] = {"wget aria2c", TOOLS_NONE},
    [TAR] = {"tar gzip gunzip xz unxz bzip2 bzip bunzip2 bunzip zstd bsdtar cpio zcat xzcat",
             TOOLS_NONE},
    [UNZIP] = {"unzip zip 7z unrar", TOOLS_NONE},
    [DOCKER] = {"docker", TOOLS_ALL},
};

const struct tool_mark tool_marks[] = {
    {"Reading package lists...", BIT(APT), TOOL_RUNS},
    {"Setting up ", BIT(APT), TOOL_LISTS},
    {"fetch https://", BIT(APK), TOOL_RUNS},
    {"fetch http://", BIT(APK), TOOL_RUNS},
    {"Last metadata expiration check: ", BIT(DNF), TOOL_RUNS},
    {"Dependencies resolved.", BIT(DNF), TOOL_RUNS},
    {"Loaded plugins: ", BIT(DNF), TOOL_RUNS},
    {"Collecting package metadata", BIT(CONDA), TOOL_RUNS},
    {"Solving environment: ", BIT(CONDA), TOOL_RUNS},
    {"Collecting ", BIT(PIP), TOOL_LISTS},
    {"Requirement already satisfied: ", BIT(PIP), TOOL_RUNS},
    {"Package operations: ", BIT(POETRY), TOOL_RUNS},
    {"Traceback (most recent call last)", BIT(PYTHON), TOOL_RUNS},
    {"npm ERR!", BIT(NPM) | BIT(NODE), TOOL_RUNS},
    {"npm error", BIT(NPM) | BIT(NODE), TOOL_RUNS},
    {"npm WARN", BIT(NPM) | BIT(NODE), TOOL_RUNS},
    {"npm warn", BIT(NPM) | BIT(NODE), TOOL_RUNS},
    {"yarn install v", BIT(YARN) | BIT(NODE), TOOL_RUNS},
    {"yarn run v", BIT(YARN) | BIT(NODE), TOOL_RUNS},
    {"Progress: resolved ", BIT(PNPM) | BIT(NODE), TOOL_RUNS},
    {"Updating crates.io index", BIT(CARGO), TOOL_RUNS},
    {"go: downloading ", BIT(GO), TOOL_RUNS},
    {"[INFO] Scanning for projects", BIT(MAVEN) | BIT(JAVA), TOOL_RUNS},
    {"Starting a Gradle Daemon", BIT(GRADLE) | BIT(JAVA), TOOL_RUNS},
    {"> Task :", BIT(GRADLE) | BIT(JAVA), TOOL_RUNS},
    {"Running \"flutter pub get\"", BIT(DART), TOOL_RUNS},
    {"Running Gradle task '", BIT(DART) | BIT(GRADLE) | BIT(JAVA), TOOL_RUNS},
    {"The current Dart SDK version is ", BIT(DART), TOOL_RUNS},
    {"Fetching gem metadata from ", BIT(BUNDLER) | BIT(RUBY), TOOL_RUNS},
    {"Loading composer repositories", BIT(COMPOSER) | BIT(PHP), TOOL_RUNS},
    {"-- The C compiler identification", BIT(CMAKE), TOOL_RUNS},
    {"The Meson build system", BIT(MESON), TOOL_RUNS},
    {"checking build system type...", BIT(CONFIGURE), TOOL_RUNS},
    {"Determining projects to restore...", BIT(DOTNET), TOOL_RUNS},
    {"Cloning into '", BIT(GIT), TOOL_RUNS},
    {"Successfully installed ", BIT(PIP) | BIT(GEM) | BIT(PYTHON), TOOL_DONE},
    {"Complete!", BIT(DNF) | BIT(RPM), TOOL_DONE},
    {"OK: ", BIT(APK), TOOL_DONE},
    {"added ", BIT(NPM) | BIT(NODE), TOOL_DONE},
    {"up to date, audited ", BIT(NPM) | BIT(NODE), TOOL_DONE},
    {"Done in ", BIT(YARN) | BIT(PNPM) | BIT(NODE), TOOL_DONE},
    {"✨  Done in ", BIT(YARN) | BIT(NODE), TOOL_DONE},
    {"Finished `", BIT(CARGO) | BIT(RUSTC), TOOL_DONE},
    {"Finished release ", BIT(CARGO) | BIT(RUSTC), TOOL_DONE},
    {"Finished dev ", BIT(CARGO) | BIT(RUSTC), TOOL_DONE},
    {"[INFO] BUILD SUCCESS", BIT(MAVEN) | BIT(JAVA), TOOL_DONE},
    {"BUILD SUCCESSFUL", BIT(GRADLE) | BIT(JAVA), TOOL_DONE},
    {"Bundle complete!", BIT(BUNDLER) | BIT(GEM) | BIT(RUBY), TOOL_DONE},
    {"Bundled gems are installed into ", BIT(BUNDLER) | BIT(GEM) | BIT(RUBY), TOOL_DONE},
    {"Generating autoload files", BIT(COMPOSER), TOOL_DONE},
    {"-- Build files have been written to: ", BIT(CMAKE), TOOL_DONE},
    {"Build succeeded.", BIT(DOTNET), TOOL_DONE},
    {"config.status: creating ", BIT(CONFIGURE), TOOL_DONE},
    {NULL, TOOLS_NONE, TOOL_RUNS},
};

/* ---- names ---- */

/* True if the words of list have this one. */
static bool has_word(const char *list, struct span word)
{
    struct span rest = span_string(list);
    struct span one;

    while (span_split(&rest, ' ', &one)) {
        if (span_equal(one, word))
            return true;
    }
    return false;
}

/* TOOL_COUNT when no row has it. */
static enum tool find(struct span name)
{
    size_t i = 0;

    while (i < TOOL_COUNT && !has_word(rows[i].names, name))
        i++;
    return (enum tool)i;
}

bool tools_know(const char *name)
{
    return find(span_string(name)) != TOOL_COUNT;
}

/* A name that is not known gates nothing: a user's rule may be about a program of their own. */
toolset tools_of_names(const char *const *names)
{
    toolset set = TOOLS_NONE;

    for (; *names; names++) {
        enum tool tool = find(span_string(*names));

        if (tool == ANY || tool == BUILDER || tool == TOOL_COUNT)
            return TOOLS_ALL;
        set |= BIT(tool);
    }
    return set ? set : TOOLS_ALL;
}

void tools_append(toolset set, struct strbuf *out)
{
    bool first = true;

    for (size_t i = 0; i < TOOL_COUNT; i++) {
        struct span names = span_string(rows[i].names);

        if (!(set & BIT(i)))
            continue;
        if (!first)
            strbuf_add_string(out, ", ");
        strbuf_add_span(out, span_head(names, span_find_byte(names, ' ')));
        first = false;
    }
}

/* ---- steps ---- */

/* poetry run x, npx x, bundle exec x: anything of the project. */
static bool runs_other(const struct shell_command *command)
{
    struct span first = span_head(command->arguments, span_find_byte(command->arguments, ' '));

    return span_equal_string(first, "run") || span_equal_string(first, "exec") ||
           span_equal_string(command->name, "npx");
}

static toolset tools_of_shell_command(const struct shell_command *command)
{
    enum tool tool = find(command->name);

    if (command->opens || tool == TOOL_COUNT || runs_other(command))
        return TOOLS_ALL;
    return BIT(tool) | rows[tool].runs;
}

static bool is_upper_word(struct span word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.data[i] < 'A' || word.data[i] > 'Z')
            return false;
    }
    return word.len > 1;
}

/* COPY, FROM, WORKDIR ... run nothing but the builder itself, which fetches what ADD names. */
static bool is_other_instruction(struct span command)
{
    struct span word = span_head(command, span_find_byte(command, ' '));

    return is_upper_word(word) && !span_equal_string(word, "RUN") &&
           !span_equal_string(word, "ONBUILD");
}

toolset tools_of_step(struct span command)
{
    struct shell shell;
    struct shell_command next;
    toolset set = TOOLS_NONE;

    command = span_trim(command);
    if (is_other_instruction(command))
        return BIT(SHELL) | BIT(CURL) | BIT(GIT) | BIT(TAR) | BIT(DOCKER);
    if (span_contains(command, "<<"))
        return TOOLS_ALL; /* a here-document, which the log does not show */
    shell_init(&shell, command);
    while (set != TOOLS_ALL && shell_next(&shell, &next))
        set |= tools_of_shell_command(&next);
    return set ? set | BIT(SHELL) | BIT(DOCKER) : TOOLS_ALL;
}

/* ---- output ---- */

const struct tool_mark *tools_find_mark(struct span line)
{
    while (line.len && line.data[0] == ' ')
        line = span_skip(line, 1);
    for (const struct tool_mark *mark = tool_marks; line.len && mark->text; mark++) {
        if (mark->text[0] == line.data[0] && span_starts_with(line, mark->text))
            return mark;
    }
    return NULL;
}
