exports.f = (x) => { if (x > 3) { return 1; } if (x < 0) { return 2; } return 3; };
exports.g = () => { console.log('never'); return 4; };
