import { Module, type DynamicModule } from '@nestjs/common';
import { StatusService } from './status.service.js';

@Module({})
export class ReportModule {
  static for(engine: DynamicModule): DynamicModule {
    return {
      module: ReportModule,
      imports: [engine],
      providers: [StatusService],
      exports: [StatusService],
    };
  }
}
