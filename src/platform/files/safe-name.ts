import { create } from 'content-disposition';
import { fileTypeNames, fileTypes, type FileTypeName } from './file-types.js';

/** What most file systems allow is 255; the rest is for what programs add, such as " (2)". */
const longest = 200;

/** Enough for any name; it bounds the work on whatever else is sent. */
const mostCharacters = 2000;

/** Control characters, broken surrogates, line separators, and what turns the direction of reading around. */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u{feff}]/gu;

const knownExtensions = fileTypeNames.flatMap(
  (type): readonly string[] => fileTypes[type].extensions,
);

/** A name that people recognise and that no file system trips over. It is shown and downloaded, never a path of ours. */
export function safeName(given: string, type: FileTypeName): string {
  const name = legible(given);
  const { stem, extension } = split(name, fileTypes[type].extensions);
  const cut = within(stem, longest - Buffer.byteLength(extension));
  return `${cut === '' ? 'berkas' : cut}${extension}`;
}

/** Of a file that is read and not kept: what it was called, and nothing more. */
export function nameInWords(given: string): string {
  return shortened(legible(given), longest).trim();
}

/** What Windows takes in no name. */
const reserved = /[<>:"|?*]/g;

/** A part of a path in an archive, which every system can unpack; of at most so many bytes, and never empty. */
export function archiveName(given: string, bytes: number): string {
  const name = within(legible(given).replace(reserved, '-').replace(/\s+/gu, ' '), bytes);
  return name === '' ? 'berkas' : name;
}

function legible(given: string): string {
  return given.slice(0, mostCharacters).replace(unseen, '').replace(/[/\\]/g, '-').normalize('NFC');
}

/** Cut twice when it is long: what stands before the cut may be dots or spaces again. */
function within(stem: string, bytes: number): string {
  return trimmed(shortened(trimmed(stem), bytes));
}

/** Offers a download under its name: RFC 6266, with ASCII beside it for what does not read RFC 8187. */
export function contentDisposition(name: string): string {
  return create(name);
}

/** An extension of another type goes, and one that we do not know is taken for a part of the name: "Drs.Budi". */
function split(
  name: string,
  extensions: readonly [string, ...string[]],
): { readonly stem: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  const own = name.slice(dot + 1).toLowerCase();
  if (dot < 0 || !knownExtensions.includes(own)) {
    return { stem: name, extension: `.${extensions[0]}` };
  }
  const fits = extensions.includes(own);
  return { stem: name.slice(0, dot), extension: fits ? name.slice(dot) : `.${extensions[0]}` };
}

/** No dot or space in front (hidden) or at the end (Windows drops them). */
function trimmed(stem: string): string {
  return stem.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '');
}

/** Cut between characters as people see them: an accent or a flag stays whole. */
function shortened(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('id').segment(text)) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(segment) > bytes) break;
    kept += segment;
  }
  return kept;
}
