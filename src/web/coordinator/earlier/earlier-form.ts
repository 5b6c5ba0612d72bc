import type { Request } from 'express';
import type { Asked } from '../../../assessment/earlier/import-plan.js';
import {
  statedFields,
  type Consent,
  type StatedForm,
} from '../../../assessment/earlier/result-form.js';
import { limits } from '../../../assessment/import/sheet.js';
import { FileRefused } from '../../../platform/files/file-refused.js';
import { readFormMaybeFile, readTexts } from '../../../platform/files/multipart.js';
import { SmallFiles, type SmallFile } from '../../../platform/files/small-files.js';

/** A page of base64 is a third longer than what it stands for. */
const longestContent = Math.ceil(limits.bytes / 3) * 4;
const spreadsheets = new SmallFiles(limits.bytes);

export interface EarlierSent {
  readonly form: StatedForm;
  /** Null when none was chosen, or it was refused. */
  readonly file: SmallFile | null;
  readonly refused: FileRefused | null;
}

export async function sentIn(request: Request): Promise<EarlierSent> {
  const held: { form: StatedForm } = { form: {} };
  const shape = {
    ...{ file: 'file', fields: statedFields },
    onRefused: (form: StatedForm) => (held.form = form),
  };
  try {
    const { fields, file } = await readFormMaybeFile(request, shape, spreadsheets);
    // A browser sends an empty file where none was chosen.
    const isChosen = file !== null && (file.name !== '' || file.bytes.length > 0);
    return { form: fields, file: isChosen ? file : null, refused: null };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { ...held, file: null, refused: error };
  }
}

export interface EarlierTaken {
  readonly asked: Asked;
  readonly consent: Consent;
  readonly shown: string;
}

/** What a preview brings back. */
export async function takenIn(request: Request): Promise<EarlierTaken> {
  const names = [...statedFields, 'shown', 'name', 'content', 'differs', 'replaces'] as const;
  const fields = await readTexts(request, names, longestContent);
  const { shown = '', name = '', content = '', differs = '', replaces = '', ...form } = fields;
  const file = { name, bytes: Buffer.from(content, 'base64') };
  return { asked: { form, file }, consent: { differs, replaces }, shown };
}
