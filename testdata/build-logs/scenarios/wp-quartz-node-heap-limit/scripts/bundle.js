const modules = []
for (let i = 0; ; i++) {
  modules.push({ id: i, code: Array.from({ length: 2000 }, (_, n) => `export const v${n} = ${n + i}`) })
  if (i % 50 === 0) console.log(`bundled ${i} modules`)
}
