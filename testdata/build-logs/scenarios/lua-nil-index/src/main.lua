local conf = require("conf")
print("port", conf.port)
local function host(c) return c.server.host end
print("host", host(conf))
