const { add } = require('@mono/core');
console.warn('warning: source maps are off');
console.log(`bundle: ${add(40, 2)} modules, 0 errors`);
