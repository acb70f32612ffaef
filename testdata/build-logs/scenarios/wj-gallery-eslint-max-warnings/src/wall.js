export const wall = (frames) => frames.filter((f) => f.width === 1);
