export const thread = (user) => `thread of ${user}`;
