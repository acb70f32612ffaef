export const mail = (name, n) => `Hello ${name},\n\nyou have ${n} new ${n === 1 ? "message" : "messages"}.\n\nYour team`;
