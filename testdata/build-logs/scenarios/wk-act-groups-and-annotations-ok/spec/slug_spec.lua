package.path = "src/?.lua;" .. package.path
local slug = require("slug").slug
describe("slug", function()
  it("lowers", function() assert.equal("a-b", slug("A b")) end)
  it("fails on nil", function() assert.has_error(function() slug(nil) end) end)
end)
