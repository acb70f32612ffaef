export interface Item { title: string; link: string }
export function parse(text: string): Item[] {
  const lines = text.split("\n").filter((l) => l.includes("|"));
  return lines.map((l) => { const [title, link] = l.split("|"); return { title: title!, link: link! }; });
}
