export const head = (columns) => columns.map((c) => c.title);
