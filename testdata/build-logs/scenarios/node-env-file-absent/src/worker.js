console.log("worker started with", process.env.QUEUE);
