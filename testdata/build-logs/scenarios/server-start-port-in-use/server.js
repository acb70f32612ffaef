const app = require("express")();

app.get("/health", (request, response) => response.send("ok"));
app.listen(3900, () => {
  console.log("listening on 3900");
  process.exit(0);
});
