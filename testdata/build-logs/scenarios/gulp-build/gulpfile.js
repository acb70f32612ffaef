const { src, dest, series, parallel } = require("gulp");

function styles() { return src("css/*.css").pipe(dest("dist/css")); }
function scripts() { return src("js/main.js").pipe(dest("dist/js")); }
exports.build = series(parallel(styles, scripts));
