export class PaintError extends Error {}

export const mix = (a: string, b: string): string => {
  if (a === b) throw new PaintError(`cannot mix ${a} with itself`);
  return [a, b].sort().join('+');
};
