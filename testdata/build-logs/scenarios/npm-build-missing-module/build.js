const { marked } = require("marked");
const matter = require("front-matter");
console.log(marked(matter("# Hi").body));
