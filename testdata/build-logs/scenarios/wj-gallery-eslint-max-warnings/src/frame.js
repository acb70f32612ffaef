export function frame(picture, border) {
  let size = picture.size;
  if (size == 0) alert('empty');
  return size;
}
