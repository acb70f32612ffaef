const pages = Array.from({ length: 120 }, (_, n) => ({ n, links: n === 97 ? null : [] }));
for (const page of pages) for (const link of page.links) console.log(link);
