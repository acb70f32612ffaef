const {series, src, dest} = require("gulp");
const {Transform} = require("stream");

const flaky = () => new Transform({objectMode: true, transform(file, encoding, done) {
    console.error(`[gulp-lint] ${file.basename}: 2 errors, 1 warning`);
    done(null, file);
}});
const lint = () => src("src/*.js", {allowEmpty: true}).pipe(flaky()).pipe(dest("out"));
const sprites = async () => { try { JSON.parse("{"); } catch (error) { console.error(error); } };
exports.build = series(lint, sprites);
