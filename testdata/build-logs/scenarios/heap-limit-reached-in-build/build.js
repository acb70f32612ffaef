console.log("reading products");
const pages = [];
for (let i = 0; ; i++) {
  pages.push({ id: i, title: `product ${i}`, tags: [i, i + 1, `tag${i}`] });
  if (i % 100000 === 0) console.log(`rendered ${i} pages`);
}
