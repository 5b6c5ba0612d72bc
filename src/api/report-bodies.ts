import { IsIn } from 'class-validator';
import { formats, type ReportFormat } from '../report/document/report-format.js';

export class ReportBody {
  @IsIn(formats)
  readonly format!: ReportFormat;
}
