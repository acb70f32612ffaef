import resolve from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
export default { input: "index.js", output: { file: "dist/lib.js", format: "esm" }, plugins: [resolve(), terser()] };
