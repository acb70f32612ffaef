exports.render = (items) => {
  if (!items.length) console.error('render: Error: nothing to render');
  return `<ul>${items.map((i) => `<li>${i}</li>`).join('')}</ul>`;
};
