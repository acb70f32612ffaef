const { marked } = require('marked');
const pages = [{ title: 'one', text: '# one' }, { title: 'two' }];

for (const page of pages)
  console.log(marked(page.text).trim());
