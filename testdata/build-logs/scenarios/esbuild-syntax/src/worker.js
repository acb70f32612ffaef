export function run(queue) {
  for (const job of queue {
    job();
  }
}
