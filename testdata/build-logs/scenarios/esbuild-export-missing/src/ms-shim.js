export default require("ms");
delete require.cache;
