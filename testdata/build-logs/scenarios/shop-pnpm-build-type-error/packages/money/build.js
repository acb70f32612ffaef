console.log('money: 2 functions');
console.warn('warning: rounding is half up');
