module.exports = (config) => config.set({ frameworks: ['jasmine'], browsers: ['ChromeHeadless'], files: ['*.spec.js'] });
