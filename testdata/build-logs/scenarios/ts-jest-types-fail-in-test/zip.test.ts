import { zip } from "./zip";

test("pairs", () => expect(zip([1], ["a"])).toEqual([[1, "a"]]));
test("uneven", () => expect(zip([1, 2], "ab")).toHaveLength(2));
