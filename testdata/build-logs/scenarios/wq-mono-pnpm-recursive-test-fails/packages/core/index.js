const semver = require('semver');

exports.newest = (versions) => versions.sort().pop();
exports.stable = (versions) => versions.filter((v) => !semver.prerelease(v));
