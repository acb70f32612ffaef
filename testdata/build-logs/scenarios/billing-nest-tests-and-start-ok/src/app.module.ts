import { Module } from '@nestjs/common';
import { InvoicesController } from './invoices.controller';
import { InvoicesService } from './invoices.service';
import { TaxService } from './tax.service';

@Module({ controllers: [InvoicesController], providers: [InvoicesService, TaxService] })
export class AppModule {}
