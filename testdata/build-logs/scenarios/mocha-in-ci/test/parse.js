const { expect } = require("chai");
const { parse } = require("..");

describe("parse()", () => {
  it("reads an object", () => expect(parse('{"a": 1}')).to.deep.equal({ a: 1 }));
  it("reads nothing", () => expect(parse("")).to.deep.equal({}));
  it("throws an error that names the line", () => {
    expect(() => parse("{\n  oops")).to.throw(/line 2/);
  });
  it("keeps the order of keys", () => expect(Object.keys(parse('{"b":1,"a":2}'))).to.deep.equal(["a", "b"]));
});
