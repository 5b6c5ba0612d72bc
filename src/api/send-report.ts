import type { Response } from 'express';
import type { ReportFile } from '../report/document/reports.service.js';

export function sendReport(response: Response, { name, format, content }: ReportFile): void {
  response.attachment(name).type(format).send(content);
}
