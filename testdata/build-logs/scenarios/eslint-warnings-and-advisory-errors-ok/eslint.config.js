import js from "@eslint/js";

export default [
  js.configs.recommended,
  { languageOptions: { globals: { console: "readonly" } }, rules: { "no-console": "warn", eqeqeq: "warn", "prefer-const": "warn" } },
];
