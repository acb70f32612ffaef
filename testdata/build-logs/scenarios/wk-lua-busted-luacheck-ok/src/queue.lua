local M = {}
local unused = 1

function M.new() return { first = 1, last = 0 } end

function M.push(q, v)
  if v == nil then error("cannot push nil") end
  q.last = q.last + 1
  q[q.last] = v
end

function M.pop(q)
  if q.first > q.last then return nil, "empty" end
  local v = q[q.first]
  q.first = q.first + 1
  return v
end

return M
