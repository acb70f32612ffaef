import pathlib

pathlib.Path("src").mkdir()
for n, name in enumerate(("string", "tail", "wind", "spool", "frame", "error", "crash", "knot", "sail", "height", "line", "hand")):
    pathlib.Path(f"src/{name}.js").write_text(f"""var unused{n} = 1;
exports.{name} = (value) => {{
  if (value == null) return;
  console.error('{name} failed', value);
  return value == {n};
}};
""")
