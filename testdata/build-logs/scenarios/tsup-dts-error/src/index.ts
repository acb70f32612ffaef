export interface Options { lower: boolean }

export function slug(text: string, options: Options): string {
  const out = text.trim().replaceAll(' ', '-');
  return options.lower ? out.toLowerCase() : out.length;
}
