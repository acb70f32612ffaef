exports.load = (p) => { if (!p) { console.error('no path given'); process.exit(3); } return p; };
