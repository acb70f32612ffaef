export function mount(element) {
  element.textContent = "ready";
}
