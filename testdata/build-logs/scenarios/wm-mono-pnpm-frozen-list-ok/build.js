console.error('warning: source map of vendor.js is missing');
console.log('built 3 files in dist');
