/** What people may be allowed to upload. The keys are the names that EVIDENCE_TYPES takes. */
export const fileTypes = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'] },
  png: { mime: 'image/png', extensions: ['png'] },
  jpg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  webp: { mime: 'image/webp', extensions: ['webp'] },
  docx: { mime: openXml('wordprocessingml.document'), extensions: ['docx'] },
  xlsx: { mime: openXml('spreadsheetml.sheet'), extensions: ['xlsx'] },
  pptx: { mime: openXml('presentationml.presentation'), extensions: ['pptx'] },
  odt: { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
  doc: { mime: 'application/msword', extensions: ['doc'] },
  xls: { mime: 'application/vnd.ms-excel', extensions: ['xls'] },
  ppt: { mime: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  docm: { mime: 'application/vnd.ms-word.document.macroEnabled.12', extensions: ['docm'] },
  xlsm: { mime: 'application/vnd.ms-excel.sheet.macroEnabled.12', extensions: ['xlsm'] },
  pptm: {
    mime: 'application/vnd.ms-powerpoint.presentation.macroEnabled.12',
    extensions: ['pptm'],
  },
  txt: { mime: 'text/plain; charset=utf-8', extensions: ['txt'] },
  csv: { mime: 'text/csv; charset=utf-8', extensions: ['csv'] },
  zip: { mime: 'application/zip', extensions: ['zip'] },
} as const satisfies Record<string, FileType>;

export type FileTypeName = keyof typeof fileTypes;

interface FileType {
  readonly mime: string;
  /** The first one is given to a file that has none of them. */
  readonly extensions: readonly [string, ...string[]];
}

export const fileTypeNames = Object.keys(fileTypes) as readonly FileTypeName[];

/** Nothing that runs (macros), and nothing that hides what is in it (archives). */
export const usualFileTypes: readonly FileTypeName[] = fileTypeNames.filter(
  (name) => !['docm', 'xlsm', 'pptm', 'txt', 'csv', 'zip'].includes(name),
);

export function isFileTypeName(name: string): name is FileTypeName {
  return Object.hasOwn(fileTypes, name);
}

function openXml(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.${kind}`;
}
