const wanted = ["PORT", "LOG_LEVEL", "SESSION_SECRET"];
for (const name of wanted) {
  if (!process.env[name]) console.error(`[config] warning: ${name} is not set, the default is used`);
}
console.log("[config] ok, 0 errors");
