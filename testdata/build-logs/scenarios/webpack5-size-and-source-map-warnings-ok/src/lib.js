export const text = "x".repeat(10) + "lorem ipsum dolor sit amet ".split(" ").map((w) => w + w).join("; ") + new Error("Module not found: this is only text").message;
