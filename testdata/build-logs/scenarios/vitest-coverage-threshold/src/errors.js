export class CartError extends Error {
  constructor(item) {
    super(`error: ${item}`);
    this.item = item;
  }
}
