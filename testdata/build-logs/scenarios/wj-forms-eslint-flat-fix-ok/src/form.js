var fields = ['name', 'error'];
let count = fields.length;
console.log(count == 2);
// eslint-disable-next-line no-alert
export const failed = () => count;
