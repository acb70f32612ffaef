export function parse(text: string): string | number {
  try {
    return JSON.parse(text);
  } catch (e) {
    console.error("parse error: " + e.message);
    return 0;
  }
}
