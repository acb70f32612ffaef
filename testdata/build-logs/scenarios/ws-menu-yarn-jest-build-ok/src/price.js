exports.price = (cents) => { if (cents < 0) { console.warn('negative price', new Error('negative')); return null } return (cents / 100).toFixed(2) }
