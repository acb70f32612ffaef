package.path = "src/?.lua;" .. package.path
local queue = require "queue"

describe("queue", function()
  it("is first in, first out", function()
    local q = queue.new()
    queue.push(q, 1); queue.push(q, 2)
    assert.are.equal(1, queue.pop(q))
  end)
  it("fails on nil", function()
    assert.has_error(function() queue.push(queue.new(), nil) end)
  end)
  pending("is bounded")
end)
