#define _(s) s
const char *a = _("cannot open file");
const char *b = _("%d errors");
const char *c = _("fatal error");
