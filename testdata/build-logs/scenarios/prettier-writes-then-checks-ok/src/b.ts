export type B = {a:string}
