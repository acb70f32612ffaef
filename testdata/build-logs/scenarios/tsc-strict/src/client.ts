export interface Options { url: string; timeout?: number }

export class Client {
  private token: string;
  constructor(private options: Options) {}
  get(path) {
    return fetch(this.options.url + path, { signal: AbortSignal.timeout(this.options.timeout) });
  }
}
