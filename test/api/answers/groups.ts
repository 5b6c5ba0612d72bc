/** Which spec of this folder proves the answers of which parts of the API. */
export const groups = {
  assignments: ['Assignments'],
  cycles: ['Cycles'],
  evidence: ['Evidence'],
  extensions: ['ExtensionRequests'],
  indicators: ['Indicators'],
  results: ['EarlierResults', 'PhaseMinutes', 'PortalPack', 'Progress', 'ReportDocuments', 'Trend'],
  reviews: ['Reviews'],
  target: ['Efforts', 'Target', 'Variants'],
  timeline: ['Changes', 'CycleFiles'],
  webhooks: ['Webhooks'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Group = keyof typeof groups;
