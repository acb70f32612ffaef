import test from "ava";

test("adds", t => t.is(1 + 1, 2));
test("rows", t => t.deepEqual([{id: 1, total: 3}], [{id: 1, total: 4}]));
test.failing("known bug", t => t.fail());
