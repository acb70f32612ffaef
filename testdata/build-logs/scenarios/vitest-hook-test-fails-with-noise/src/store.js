export function load(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.error("Error: cannot load the store:", error.message);
    return {};
  }
}

export function merge(a, b) {
  return { ...b, ...a };
}
