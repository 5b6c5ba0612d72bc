export const formats = ['pdf', 'xlsx'] as const;
export type ReportFormat = (typeof formats)[number];

export type DocumentState = 'queued' | 'running' | 'done' | 'failed';
