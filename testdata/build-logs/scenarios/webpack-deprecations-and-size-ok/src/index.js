import moment from "moment";

try {
  require("./missing-plugin");
} catch (error) {
  console.error("failed to load the plugin", error);
}
console.log(moment().format());
