import ms from "ms";

interface Job {
  name: string;
  every: string;
}

const jobs: Job[] = [{ name: "clean", every: "1 day" }];
for (const job of jobs) {
  schedule(ms(job.every), job.name);
}

function schedule(name: string, interval: number): void {
  console_log(`${name} runs every ${interval} ms`);
}

declare function console_log(text: string): void;
