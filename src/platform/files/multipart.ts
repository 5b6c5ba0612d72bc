import type { IncomingMessage } from 'node:http';
import { finished, type Readable } from 'node:stream';
import busboy, { type Busboy } from 'busboy';
import { InputError } from '../input-error.js';
import { FileRefused } from './file-refused.js';

export interface FormShape<Name extends string> {
  /** The field of the one file. */
  readonly file: string;
  /** The text fields that are wanted; others are passed over. */
  readonly fields: readonly Name[];
  /** How many bytes one of them may have. */
  readonly longest?: number;
  /** Told the texts that came before a form was refused, so that a page can hold them. */
  readonly onRefused?: (fields: Readonly<Partial<Record<Name, string>>>) => void;
}

export interface Form<Name extends string, File> {
  readonly fields: Readonly<Partial<Record<Name, string>>>;
  readonly file: File;
}

/** What takes the file while the form is still being read. */
export interface Receiver<File> {
  receive(stream: Readable, name: string): Promise<File>;
  discard(file: File): Promise<void>;
}

const longestField = 16 * 1024;
const strangeFields = 10;
/** What is still read of a form that was refused. */
const mostDrained = 100 * 1024 * 1024;

/**
 * Reads one file and a few texts from a request, without ever holding the file in memory.
 * @throws FileRefused for the file, InputError for the form; nothing of it is left then
 */
export async function readForm<Name extends string, File>(
  request: IncomingMessage,
  shape: FormShape<Name>,
  receiver: Receiver<File>,
): Promise<Form<Name, File>> {
  return read(request, shape, receiver, async (reading) => ({
    fields: reading.texts(),
    file: await reading.file(),
  }));
}

/**
 * The same where the file may be left out.
 * @throws FileRefused for the file, InputError for the form; nothing of it is left then
 */
export async function readFormMaybeFile<Name extends string, File>(
  request: IncomingMessage,
  shape: FormShape<Name>,
  receiver: Receiver<File>,
): Promise<Form<Name, File | null>> {
  return read(request, shape, receiver, async (reading) => ({
    fields: reading.texts(),
    file: reading.hasFile ? await reading.file() : null,
  }));
}

/**
 * Reads the texts of a form without a file, where one of them is longer than other forms may be.
 * @throws InputError for the form
 */
export async function readTexts<Name extends string>(
  request: IncomingMessage,
  fields: readonly Name[],
  longest: number,
): Promise<Readonly<Partial<Record<Name, string>>>> {
  const nobody: Receiver<never> = {
    receive: () => Promise.reject(problemOf(null, 'takes no file')),
    discard: () => Promise.resolve(),
  };
  return read(request, { file: '', fields, longest }, nobody, (reading) =>
    Promise.resolve(reading.texts()),
  );
}

async function read<Name extends string, File, Result>(
  request: IncomingMessage,
  shape: FormShape<Name>,
  receiver: Receiver<File>,
  result: (reading: Reading<Name, File>) => Promise<Result>,
): Promise<Result> {
  const parser = parserFor(request, shape);
  const reading = new Reading(shape, receiver);
  try {
    await reading.read(request, parser);
    return await result(reading);
  } catch (error) {
    request.unpipe(parser);
    // Ends the file's stream too, so that whoever takes it stops and clears up.
    parser.destroy();
    drain(request);
    await reading.discard();
    shape.onRefused?.(reading.texts());
    throw error;
  }
}

function parserFor(
  request: IncomingMessage,
  { fields, longest = longestField }: FormShape<string>,
): Busboy {
  const atMost = fields.length + strangeFields;
  try {
    return busboy({
      headers: request.headers,
      // As browsers send names, whatever the standard of old says.
      defParamCharset: 'utf8',
      limits: {
        files: 1,
        fields: atMost,
        // One for the file; the limit itself counts as passed.
        parts: atMost + 2,
        fieldNameSize: 100,
        fieldSize: longest,
      },
    });
  } catch {
    drain(request);
    throw problemOf(null, 'must be sent as multipart/form-data');
  }
}

class Reading<Name extends string, File> {
  private readonly fields = new Map<string, string>();
  private received: Promise<File> | null = null;

  constructor(
    private readonly shape: FormShape<Name>,
    private readonly receiver: Receiver<File>,
  ) {}

  get hasFile(): boolean {
    return this.received !== null;
  }

  read(request: IncomingMessage, parser: Busboy): Promise<void> {
    return new Promise((resolve, reject) => {
      const tooMuch = () => reject(problemOf(null, 'has too many fields'));
      parser
        .on('file', (field, stream, { filename }) => this.take(field, stream, filename, reject))
        .on('field', (field, text, { valueTruncated }) =>
          this.note(field, text, valueTruncated, reject),
        )
        .on('filesLimit', () => reject(problemOf(this.shape.file, 'takes one file; send one')))
        .on('fieldsLimit', tooMuch)
        .on('partsLimit', tooMuch)
        .on('error', () => reject(problemOf(null, 'is damaged; send it again')))
        .on('close', resolve);
      finished(request, { writable: false }, (error) => {
        if (error) reject(new FileRefused('upload_broken', {}, error));
      });
      request.pipe(parser);
    });
  }

  texts(): Partial<Record<Name, string>> {
    return Object.fromEntries(this.fields) as Partial<Record<Name, string>>;
  }

  file(): Promise<File> {
    return this.received ?? Promise.reject(problemOf(this.shape.file, 'has no file; choose one'));
  }

  async discard(): Promise<void> {
    const received = await this.received?.catch(() => undefined);
    if (received !== undefined) await this.receiver.discard(received);
  }

  private take(
    field: string,
    stream: Readable,
    // A file field that was left empty comes without a name, whatever the types say.
    name: string | undefined,
    reject: (error: unknown) => void,
  ): void {
    if (field !== this.shape.file) {
      stream.on('error', () => undefined);
      reject(problemOf(field, `takes no file; send it as ${this.shape.file}`));
    } else if (name === undefined) {
      stream.resume();
    } else {
      this.received = this.receiver.receive(stream, name);
      this.received.catch(reject);
    }
  }

  private note(
    field: string,
    text: string,
    truncated: boolean,
    reject: (error: unknown) => void,
  ): void {
    const { fields, longest = longestField } = this.shape;
    const wanted: readonly string[] = fields;
    if (!wanted.includes(field)) return;
    if (truncated) reject(problemOf(field, `is longer than ${longest} bytes`));
    if (this.fields.has(field)) reject(problemOf(field, 'is given twice'));
    this.fields.set(field, text);
  }
}

/** A browser looks at an answer only once it could send everything. What is far too much is cut off all the same. */
function drain(request: IncomingMessage): void {
  let left = mostDrained;
  request.on('data', (piece: Buffer) => {
    left -= piece.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}

function problemOf(field: string | null, problem: string): InputError {
  return new InputError({ file: 'form', line: null, field }, problem);
}
