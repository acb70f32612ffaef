import hooks from "eslint-plugin-react-hooks";
export default [{
  files: ["**/*.jsx"],
  plugins: { "react-hooks": hooks },
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: hooks.configs.recommended.rules,
}];
