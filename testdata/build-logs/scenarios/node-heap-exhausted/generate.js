const pages = [];
for (let n = 0; ; n++) {
  pages.push(new Array(1000).fill(`page ${n}`));
  if (n % 2000 === 0) console.log(`generated ${n} pages`);
}
