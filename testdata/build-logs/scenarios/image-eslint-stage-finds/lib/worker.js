const Queue = require("./queue");
const queue = new Queue();
queue.push("job");
queue.drain((err) => {
  if (err) console.error(err);
  console.log("drained");
  process.exitCode = 0;
});
