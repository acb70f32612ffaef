export const cart = () => [];
