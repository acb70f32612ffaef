exports.open = () => document.querySelector('nav').classList.add('open');
exports.label = (name) => name.toUpperCase();
