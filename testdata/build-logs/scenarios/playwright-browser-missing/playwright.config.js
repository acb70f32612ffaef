module.exports = { testDir: "tests", workers: 1, retries: 0 };
