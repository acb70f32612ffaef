exports.titles = (html) => [...html.matchAll(/<h1>(.*?)<\/h1>/g)].map((match) => match[1]);
