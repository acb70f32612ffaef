local M = {}
function M.list() return { "index", "about" } end
return M
