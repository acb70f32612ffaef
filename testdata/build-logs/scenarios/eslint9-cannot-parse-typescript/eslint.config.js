import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  { files: ["**/*.ts", "**/*.js"], languageOptions: { globals: globals.node } },
];
