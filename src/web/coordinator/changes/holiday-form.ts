import { isUtf8 } from 'node:buffer';
import type { Request } from 'express';
import { letterLength, reasonLength } from '../../../api/change-bodies.js';
import { isCharacters } from '../../../api/text.js';
import type { ConfigFolder } from '../../../platform/config-folder.js';
import { FileRefused } from '../../../platform/files/file-refused.js';
import { readFormMaybeFile } from '../../../platform/files/multipart.js';
import { SmallFiles } from '../../../platform/files/small-files.js';
import { InputError } from '../../../platform/input-error.js';
import { YamlPart } from '../../../platform/yaml-part.js';
import type { HolidayFlaw } from './holiday-words.js';

/** In characters: of ten years with every one of their days off. */
export const longestHolidaysFile = 200_000;
/** In bytes: as many characters, each as long as one can be. */
const longest = 4 * longestHolidaysFile;

const fields = ['text', 'code', 'jointLeave', 'reason', 'letter'] as const;

/** What was typed; of a file that was uploaded, its text. */
export interface HolidaysTyped {
  readonly text: string;
  /** Of `config/holidays`. */
  readonly code: string;
  readonly jointLeave: boolean;
  readonly reason: string;
  readonly letter: string;
}

export interface HolidaysSent {
  readonly typed: HolidaysTyped;
  readonly flaw: HolidayFlaw | null;
}

type Texts = Readonly<Partial<Record<(typeof fields)[number], string>>>;

const files = new SmallFiles(longest);

/** The form as it came. @throws InputError when it is no form of ours */
export async function sentIn(request: Request): Promise<HolidaysSent> {
  let texts: Texts = {};
  const onRefused = (kept: Texts): void => {
    texts = kept;
  };
  try {
    const shape = { file: 'file', fields, longest, onRefused };
    const { fields: typed, file } = await readFormMaybeFile(request, shape, files);
    if (!file || file.bytes.length === 0) return checked(typedIn(typed));
    const text = textOf(file.bytes);
    if (text === null) return { typed: typedIn(typed), flaw: 'noText' };
    return checked(typedIn({ ...typed, text }));
  } catch (error) {
    const isTooLong = error instanceof InputError && error.place.field === 'text';
    if (!isTooLong && !(error instanceof FileRefused)) throw error;
    return { typed: { ...typedIn(texts), text: '' }, flaw: 'tooLong' };
  }
}

/** What it is that was sent: the office's own files are named by their code only. */
export function partOf(
  folder: ConfigFolder,
  { text, code }: HolidaysTyped,
): YamlPart | HolidayFlaw {
  if (text.trim() !== '') return YamlPart.parse('libur.yaml', text);
  if (code === '') return 'noFile';
  return folder.codes('holidays').includes(code) ? folder.read('holidays', code) : 'unknown';
}

function checked(typed: HolidaysTyped): HolidaysSent {
  if (typed.text.length > longestHolidaysFile) {
    return { typed: { ...typed, text: '' }, flaw: 'tooLong' };
  }
  return { typed, flaw: isCharacters(typed.text) ? null : 'noText' };
}

/** What no column takes is no reason; longer than the field it is only from a program. */
function typedIn({
  text = '',
  code = '',
  jointLeave,
  reason = '',
  letter = '',
}: Texts): HolidaysTyped {
  return {
    text: text.replace(/\r\n/g, '\n'),
    code,
    jointLeave: jointLeave !== undefined,
    reason: said(reason, reasonLength),
    letter: said(letter, letterLength),
  };
}

function said(text: string, most: number): string {
  return isCharacters(text) ? text.slice(0, most) : '';
}

/** Without the mark that some programs put before it. */
function textOf(bytes: Buffer): string | null {
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : null;
}
