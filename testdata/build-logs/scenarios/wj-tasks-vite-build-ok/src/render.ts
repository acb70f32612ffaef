import { item } from './item';

export function render(tasks: string[]): void {
  document.querySelector('#app')!.append(...tasks.map(item));
}
