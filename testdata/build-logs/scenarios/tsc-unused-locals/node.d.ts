declare module "path" {
  export function join(...parts: string[]): string;
  export function resolve(...parts: string[]): string;
}
