const settings = {};

settings.path ??= './migrations';
console.log(settings);
