module.exports = { performance: { maxAssetSize: 1000, maxEntrypointSize: 1000 }, stats: 'verbose' };
