module.exports = (values) => values.map((value) => "▁▂▃▄▅▆▇█"[Math.min(7, value)]).join("");
