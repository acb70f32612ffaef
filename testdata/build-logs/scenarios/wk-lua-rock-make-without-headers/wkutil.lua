local M = {}
function M.keys(t) local k = {} for n in pairs(t) do k[#k + 1] = n end return k end
return M
