import { Injectable, Logger } from '@nestjs/common';
import { TaxService } from './tax.service';

@Injectable()
export class InvoicesService {
  private readonly logger = new Logger(InvoicesService.name);

  constructor(private readonly tax: TaxService) {}

  gross(net: number, country: string): number {
    try {
      return net * (1 + this.tax.rate(country) / 100);
    } catch (error) {
      this.logger.error('falls back to no tax', (error as Error).stack);
      return net;
    }
  }
}
