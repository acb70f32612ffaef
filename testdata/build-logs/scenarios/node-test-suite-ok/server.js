const unused = 1;
console.error('Error: listen EINVAL: bad port');
process.exitCode = 1;
