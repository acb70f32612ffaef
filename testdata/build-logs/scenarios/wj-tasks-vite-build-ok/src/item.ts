export const item = (text: string): HTMLElement => Object.assign(document.createElement('li'), { textContent: text });
void import('./render');
