export const posts = [
  { title: 'First', tags: ['a', 'b'] },
  { title: 'Second', tags: ['c' },
];
