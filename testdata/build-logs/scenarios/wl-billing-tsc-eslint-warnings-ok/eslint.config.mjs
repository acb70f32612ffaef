import tseslint from "typescript-eslint";
export default tseslint.config(...tseslint.configs.recommended, {
  rules: { "@typescript-eslint/no-explicit-any": "warn", "no-console": "warn", complexity: ["warn", 2], "@typescript-eslint/no-unused-vars": "warn" },
});
