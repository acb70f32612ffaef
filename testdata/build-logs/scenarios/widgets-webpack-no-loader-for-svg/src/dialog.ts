export function dialog(title: string, text: string): HTMLElement {
  const element = document.createElement('dialog');
  element.title = title;
  element.textContent = text;
  return element;
}
