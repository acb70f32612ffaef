export function print(card) { return [card.text, "\n", card.address].join(''); }
