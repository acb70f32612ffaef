import { Injectable } from '@nestjs/common';

@Injectable()
export class TaxService {
  private readonly rates: Record<string, number> = { DE: 19, FR: 20, LU: 17 };

  rate(country: string): number {
    const rate = this.rates[country];
    if (rate === undefined) throw new Error(`no rate of ${country}`);
    return rate;
  }
}
