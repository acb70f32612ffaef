local edge = require "edge"
describe("edge", function()
  it("routes", function() assert.equal("backend/a", edge.route("/a")) end)
  it("raises an error for an empty path", function() assert.has_error(function() edge.route("") end) end)
  pending("caches")
end)
