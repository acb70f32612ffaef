import { mkdirSync, writeFileSync } from "node:fs";

mkdirSync("dist", { recursive: true });
let total = 0;
for (let n = 1; n <= 110; n += 1) {
  const name = `chunk-${String(n).padStart(3, "0")}.js`;
  const size = 700 + ((n * 7919) % 2900);
  writeFileSync(`dist/${name}`, "x".repeat(size));
  total += size;
  console.log(`dist/${name.padEnd(14)} ${(size / 1024).toFixed(2).padStart(6)} kB │ gzip: ${(size / 3000).toFixed(2)} kB`);
}
console.log(`✓ 110 chunks, ${(total / 1024).toFixed(1)} kB in 1.32s`);
