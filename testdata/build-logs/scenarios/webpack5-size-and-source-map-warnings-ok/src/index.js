import { missing } from "./lib";
import * as lib from "./lib";

const name = "./" + window.lang;
import(/* webpackIgnore: true */ name).catch(console.error);
require("./" + window.locale + ".json");
console.log(missing, lib.text.length);
