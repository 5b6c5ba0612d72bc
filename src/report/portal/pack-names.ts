import type { Attachment } from '../../domain/assessment/evidence.js';
import { fileTypes } from '../../platform/files/file-types.js';
import { archiveName } from '../../platform/files/safe-name.js';

/** In bytes. A path in the archive stays well below what Windows unpacks. */
const longest = { folder: 80, stem: 80 };

/** What tells files of one indicator from those of another: `A1-I1_…_2025` */
export interface FilePlace {
  readonly aspect: string;
  readonly no: number;
  readonly year: number | null;
}

/** `01_Kebijakan Internal Arsitektur SPBE` */
export function folderName(no: number, title: string): string {
  return `${String(no).padStart(2, '0')}_${archiveName(title, longest.folder)}`;
}

/** `A1-I1_SK Tim_2025.pdf`, as the portal's users name their files. */
export function portalName(place: FilePlace, file: Pick<FileAttachment, 'name' | 'type'>): string {
  const { stem, extension } = split(file);
  return nameOf(place, stem, extension);
}

export function answerName(place: FilePlace): string {
  return nameOf(place, 'Jawaban', '.txt');
}

function nameOf({ aspect, no, year }: FilePlace, stem: string, extension: string): string {
  const before = archiveName(aspect, 20);
  const parts = [`${before}-I${no}`, archiveName(stem, longest.stem), year];
  return `${parts.filter((part) => part !== null).join('_')}${extension}`;
}

/** The same names with numbers where several are one to a file system that knows no capitals. */
export function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf('.');
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
      free = `${name.slice(0, dot)}-${count}${name.slice(dot)}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

type FileAttachment = Extract<Attachment, { kind: 'file' }>;

/** What the name itself says, else what the content is. */
function split({ name, type }: Pick<FileAttachment, 'name' | 'type'>): {
  readonly stem: string;
  readonly extension: string;
} {
  const [, stem = name, own] = /^(.+)\.([A-Za-z0-9]{1,5})$/.exec(name) ?? [];
  const known = Object.values(fileTypes).find(({ mime }) => mime === type);
  const extension = own ?? known?.extensions[0] ?? 'bin';
  return { stem, extension: `.${extension.toLowerCase()}` };
}
