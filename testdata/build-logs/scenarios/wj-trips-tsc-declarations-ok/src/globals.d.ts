declare module 'node:test' { export default function test(name: string, f: () => void): void; export function test(name: string, o: object, f: () => void): void; }
declare module 'node:assert' { export function equal(a: unknown, b: unknown): void; export function throws(f: () => void, e: RegExp): void; }
