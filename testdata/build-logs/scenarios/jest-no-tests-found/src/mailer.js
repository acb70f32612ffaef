module.exports = () => 'sent';
