local tests, n = {}, 0
function tests.error_is_raised() assert(not pcall(error, "boom")) end
function tests.tostring() assert(tostring(1.5) == "1.5") end
function tests.missing_key() local ok, e = pcall(function() local t; return t.x end); assert(not ok); print("  caught: " .. e) end
for name, f in pairs(tests) do f(); n = n + 1 end
print(n .. " selftests passed")
