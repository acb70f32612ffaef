const sharp = require("sharp");

sharp("a.png").resize(10).toFile("/tmp/a.png");
