local M = {}
function M.parse(text)
  local t, section = {}, nil
  for line in text:gmatch("[^\n]+") do
    local s = line:match("^%[(.-)%]$")
    if s then section = s; t[s] = {}
    else
      local k, v = line:match("^(%w+)=(%w+)$")
      t[section][k] = v
    end
  end
  return t
end
return M
