local pages = require("pages")
for _, p in ipairs(pages.list()) do print("page " .. p) end
local cjson = require("cjson")
print(cjson.encode(pages.list()))
