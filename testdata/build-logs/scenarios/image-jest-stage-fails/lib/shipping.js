module.exports = (weight, country) => (country === "DE" ? 4.9 : 9.9) + (weight > 10 ? 5 : 0);
