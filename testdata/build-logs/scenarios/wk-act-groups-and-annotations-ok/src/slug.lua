local M = {}
function M.slug(s) local unused = 1; return (s:lower():gsub("%W+", "-")) end
return M
