import { z } from "zod";

const schema = z.object({
  API_BASE_URL: z.string().url(),
  SENTRY_DSN: z.string(),
  PORT: z.coerce.number().default(8080),
});

schema.parse(process.env);
console.log("environment is complete");
