const _ = require('lodash');

exports.move = (columns, card, to) => columns.map((column) => ({
  ...column,
  cards: column.name === to ? _.union(column.cards, [card]) : _.without(column.cards, card),
}));
exports.sorted = (columns) => _.sortBy(columns, 'order');
exports.archive = (columns, name) => _.reject(columns, { name });
