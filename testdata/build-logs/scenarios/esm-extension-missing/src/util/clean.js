export const clean = () => {};
