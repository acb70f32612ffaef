export function subject(name: string) { return `Hello ${name}`; }
