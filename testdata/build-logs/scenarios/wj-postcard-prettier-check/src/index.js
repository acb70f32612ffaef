export const stamp = (country) => ({ country, value: 95 });
