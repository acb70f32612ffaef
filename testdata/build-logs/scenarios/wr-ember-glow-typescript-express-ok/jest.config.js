module.exports = { roots: ['<rootDir>/dist'] }
