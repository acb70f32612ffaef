import { Test } from '@nestjs/testing';
import { InvoicesService } from './invoices.service';
import { TaxService } from './tax.service';

describe('InvoicesService', () => {
  let service: InvoicesService;

  beforeEach(async () => {
    const module = await Test.createTestingModule({ providers: [InvoicesService, TaxService] }).compile();
    service = module.get(InvoicesService);
  });

  it.each([['DE', 119], ['FR', 120], ['LU', 117]])('adds the tax of %s', (country, gross) => {
    expect(service.gross(100, country)).toBeCloseTo(gross);
  });

  it('falls back when the rate is an error', () => {
    expect(service.gross(100, 'XX')).toBe(100);
  });
});
