local x = 3
function f(a, b)
  y = a
  return z
end
