local M = {}
local unused = 1
function M.route(p)
  count = (count or 0) + 1
  if p == "" then error("empty path") end
  return "backend" .. p
end
return M
