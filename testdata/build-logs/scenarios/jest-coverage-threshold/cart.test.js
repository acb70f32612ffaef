const {total} = require("./cart");
test("total", () => expect(total([1, 2])).toBe(3));
