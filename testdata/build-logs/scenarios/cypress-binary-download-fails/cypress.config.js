module.exports = { e2e: { baseUrl: "http://web:8080" } };
