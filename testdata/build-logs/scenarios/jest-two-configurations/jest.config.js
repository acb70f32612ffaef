module.exports = { testEnvironment: "node", collectCoverageFrom: ["index.js"] };
