const { nanoid } = require('nanoid');
module.exports = (kind) => `${kind}_${nanoid(8)}`;
