export const log = (text: string) => console.error(text);
