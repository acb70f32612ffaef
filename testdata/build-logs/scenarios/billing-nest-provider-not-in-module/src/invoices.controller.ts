import { Controller, Get, Query } from '@nestjs/common';
import { InvoicesService } from './invoices.service';

@Controller('invoices')
export class InvoicesController {
  constructor(private readonly invoices: InvoicesService) {}

  @Get('gross')
  gross(@Query('net') net: string, @Query('country') country: string) {
    return { gross: this.invoices.gross(Number(net), country) };
  }
}
