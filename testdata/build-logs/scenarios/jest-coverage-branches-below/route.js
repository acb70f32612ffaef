exports.route = function (path) {
  if (path === "/") return "front";
  if (path.startsWith("/api")) return "api";
  if (path.endsWith(".css") || path.endsWith(".js")) return "static";
  if (path === "/health") return "health";
  return "absent";
};
