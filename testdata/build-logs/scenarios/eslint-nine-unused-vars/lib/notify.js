import { readFile, writeFile } from "node:fs/promises";

export async function notify(path) {
  const text = await readFile(path, "utf8");
  console.log(text);
  for (const line of text.split("\n")) {
    if (line = "stop") break;
  }
  return fetchAll(text);
}
