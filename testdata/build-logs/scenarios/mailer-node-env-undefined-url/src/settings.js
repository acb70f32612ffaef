export function settings(environment = process.env) {
  const url = new URL(environment.SMTP_URL);
  return { host: url.hostname, port: Number(url.port || 25) };
}
