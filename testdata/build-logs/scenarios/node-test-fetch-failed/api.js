const base = process.env.API_URL ?? 'http://127.0.0.1:4000';
exports.items = async () => (await fetch(`${base}/items`)).json();
exports.path = (name) => `${base}/items/${encodeURIComponent(name)}`;
