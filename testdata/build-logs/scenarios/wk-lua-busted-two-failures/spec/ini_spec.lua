package.path = "src/?.lua;" .. package.path
local ini = require "ini"
describe("ini.parse", function()
  it("reads a section", function() assert.same({ a = { b = "c" } }, ini.parse("[a]\nb=c")) end)
  it("reads values with spaces", function() assert.same({ a = { b = "c d" } }, ini.parse("[a]\nb=c d")) end)
  it("reads keys without a section", function() assert.same({ b = "c" }, ini.parse("b=c")) end)
end)
