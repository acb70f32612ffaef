exports.score = (hits, shots) => (shots ? hits / shots : 0);
