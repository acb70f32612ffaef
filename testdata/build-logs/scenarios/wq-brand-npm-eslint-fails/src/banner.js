const texts = ['Sale', 'New'];

export function show(node) {
  let index = Math.floor(Math.random() * texts.length);
  console.log('banner', index);
  node.textContent = text[index];
}
