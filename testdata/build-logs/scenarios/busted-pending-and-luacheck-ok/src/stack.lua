local stack = {}
function stack.new() return {} end
function stack.pop(s)
  local unused = 1
  if #s == 0 then error("stack is empty") end
  return table.remove(s)
end
return stack
