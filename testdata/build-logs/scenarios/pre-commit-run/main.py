import lib.tool
