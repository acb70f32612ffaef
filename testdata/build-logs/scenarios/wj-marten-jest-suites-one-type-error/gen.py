import pathlib

PARTS = ["den", "fur", "nest", "paw", "prey", "tail", "tree", "whisker"]
pathlib.Path("src").mkdir()
pathlib.Path("test").mkdir()
for part in PARTS:
    body = "options.depth.max" if part == "prey" else "(options && options.depth && options.depth.max)"
    pathlib.Path(f"src/{part}.js").write_text(f"""
exports.name = () => '{part}';
exports.depth = (options) => {body} || 1;
exports.check = (n) => {{
  if (n < 0) throw new RangeError('{part}: error');
  return n;
}};
exports.unused = () => 'never';
""")
    pathlib.Path(f"test/{part}.test.js").write_text(f"""
const {part} = require('../src/{part}');

describe('{part}', () => {{
  test('has a name', () => expect({part}.name()).toBe('{part}'));
  test('has a depth', () => expect({part}.depth({{ depth: {{ max: 3 }} }})).toBe(3));
  test('has a depth without options', () => expect({part}.depth({{}})).toBe(1));
  test.each([0, 1, 2])('check of %i', (n) => expect({part}.check(n)).toBe(n));
  test('check fails below 0', () => expect(() => {part}.check(-1)).toThrow('error'));
}});
""")
