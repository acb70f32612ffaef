export const sign = (n) => { if (Number.isNaN(n)) { console.error(new Error('sign of NaN')); return 0 } return Math.sign(n) }
