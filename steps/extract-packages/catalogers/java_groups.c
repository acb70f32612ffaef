/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "java_groups.h"

#include <stddef.h>

/* Artifacts are words between blanks. */
static const struct {
    const char *group;
    const char *artifacts;
} groups[] = {
    {"org.springframework",
     "spring-aop spring-aspects spring-beans spring-context spring-context-indexer "
     "spring-context-support spring-core spring-core-test spring-expression spring-instrument "
     "spring-jcl spring-jdbc spring-jms spring-messaging spring-orm spring-oxm spring-r2dbc "
     "spring-test spring-tx spring-web spring-webflux spring-webmvc spring-webmvc-portlet "
     "spring-websocket"},
    {"org.springframework.boot",
     "spring-boot spring-boot-actuator spring-boot-actuator-autoconfigure "
     "spring-boot-autoconfigure spring-boot-devtools spring-boot-jarmode-layertools "
     "spring-boot-jarmode-tools spring-boot-loader spring-boot-loader-tools "
     "spring-boot-properties-migrator spring-boot-starter spring-boot-starter-actuator "
     "spring-boot-starter-aop spring-boot-starter-cache spring-boot-starter-data-jpa "
     "spring-boot-starter-data-redis spring-boot-starter-jdbc spring-boot-starter-json "
     "spring-boot-starter-logging spring-boot-starter-oauth2-client "
     "spring-boot-starter-security spring-boot-starter-thymeleaf spring-boot-starter-tomcat "
     "spring-boot-starter-validation spring-boot-starter-web spring-boot-starter-webflux "
     "spring-boot-test spring-boot-test-autoconfigure"},
    {"org.springframework.security",
     "spring-security-acl spring-security-aspects spring-security-cas spring-security-config "
     "spring-security-core spring-security-crypto spring-security-data spring-security-ldap "
     "spring-security-messaging spring-security-oauth2-client spring-security-oauth2-core "
     "spring-security-oauth2-jose spring-security-oauth2-resource-server "
     "spring-security-openid spring-security-remoting spring-security-rsocket "
     "spring-security-saml2-service-provider spring-security-taglibs spring-security-test "
     "spring-security-web"},
    {"org.checkerframework", "checker checker-compat-qual checker-qual"},
    {"org.hamcrest", "hamcrest hamcrest-all hamcrest-core hamcrest-integration hamcrest-library"},
    {"org.hibernate.common", "hibernate-commons-annotations"},
    {"antlr", "antlr"},
    {"aopalliance", "aopalliance"},
    {"dom4j", "dom4j"},
};

static bool has_word(struct span words, struct span wanted)
{
    struct span word;

    while (span_split(&words, ' ', &word))
        if (span_equal(word, wanted))
            return true;
    return false;
}

struct span java_group_of_artifact(struct span artifact)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (has_word(span_string(groups[i].artifacts), artifact))
            return span_string(groups[i].group);
    return span_of(NULL, 0);
}
