exports.format = (cents, currency = 'EUR') => `${(cents / 100).toFixed(2)} ${currency}`;
exports.split = (cents, parts) => Array.from({ length: parts }, () => Math.round(cents / parts));
