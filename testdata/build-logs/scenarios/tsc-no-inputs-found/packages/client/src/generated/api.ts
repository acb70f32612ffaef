export type Api = { path: string };
