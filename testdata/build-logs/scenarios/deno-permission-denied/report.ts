console.log("reading the settings");
const text = await Deno.readTextFile("/src/settings.json");
console.log(text);
