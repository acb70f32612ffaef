declare function require(name: string): any;
declare const process: any;
declare const console: any;
declare function setTimeout(f: () => void, ms: number): any;
