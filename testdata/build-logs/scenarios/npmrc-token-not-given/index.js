require("@kontor-web/session");
