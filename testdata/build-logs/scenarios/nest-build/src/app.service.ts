import { Injectable } from "@nestjs/common";

@Injectable()
export class AppService {
  greeting(name: string): string {
    return `Hello ${name}`;
  }
}
