require("fs").rmSync("dist", { recursive: true, force: true }); console.log("dist removed");
