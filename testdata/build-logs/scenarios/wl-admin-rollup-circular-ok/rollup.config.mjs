export default { input: "src/main.js", external: ["fs"], output: { file: "dist/admin.cjs", format: "cjs", exports: "auto" } };
