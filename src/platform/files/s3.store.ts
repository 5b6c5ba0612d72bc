import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
  type _Object,
} from '@aws-sdk/client-s3';
import { Temporal } from 'temporal-polyfill';
import type { S3Settings } from '../evidence-settings.js';
import {
  checkedHash,
  FileMissing,
  type ByteRange,
  type FileStore,
  type FinishedFile,
  type StoredFile,
} from './file-store.js';

/**
 * Any store that speaks S3. A file is finished, and its size and hash are known, before it goes there: so one plain
 * request does, without the parts that `@aws-sdk/lib-storage` is for.
 */
export class S3Store implements FileStore {
  readonly incoming: string;
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    this.incoming = settings.incoming;
    this.client = clientFor(settings);
  }

  async put({ path, sha256, size, mime }: FinishedFile): Promise<void> {
    const command = new PutObjectCommand({
      ...this.object(sha256),
      Body: createReadStream(path),
      ContentLength: size,
      ContentType: mime,
    });
    // The signature covers the hash: a store that gets another content, or half of it, refuses it.
    command.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { headers: Record<string, string> };
        request.headers['x-amz-content-sha256'] = sha256;
        return next(args);
      },
      { step: 'build' },
    );
    await this.client.send(command);
    await rm(path);
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const command = new GetObjectCommand({ ...this.object(sha256), ...rangeOf(range) });
    const answer = await unlessMissing(this.client.send(command));
    if (!answer) throw new FileMissing(sha256);
    if (!(answer.Body instanceof Readable)) throw new Error('the store answered without a stream');
    return answer.Body;
  }

  async has(sha256: string): Promise<boolean> {
    const command = new HeadObjectCommand(this.object(sha256));
    return (await unlessMissing(this.client.send(command))) !== null;
  }

  async remove(sha256: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.object(sha256)));
  }

  async *list(): AsyncGenerator<StoredFile> {
    const { bucket, prefix } = this.settings;
    const pages = paginateListObjectsV2(
      { client: this.client },
      { Bucket: bucket, Prefix: prefix },
    );
    for await (const { Contents = [] } of pages) {
      yield* Contents.flatMap((object) => storedFile(object, prefix));
    }
  }

  /** Ends the connections that are kept open. */
  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private object(sha256: string): { readonly Bucket: string; readonly Key: string } {
    const { bucket, prefix } = this.settings;
    return { Bucket: bucket, Key: `${prefix}${checkedHash(sha256)}` };
  }
}

function clientFor(settings: S3Settings): S3Client {
  const { endpoint, region, accessKeyId, secretAccessKey, pathStyle } = settings;
  return new S3Client({
    ...(endpoint === null ? {} : { endpoint }),
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: pathStyle,
    // Amazon's newer checksums come in trailers that other stores refuse; the hash says it all.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Its warnings go to the console otherwise, beside the error that is thrown.
    logger: silent,
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  });
}

const silence = (): void => undefined;
const silent = { debug: silence, info: silence, warn: silence, error: silence };

function rangeOf(range: ByteRange | undefined): { readonly Range?: string } {
  if (range?.from === undefined && range?.to === undefined) return {};
  return { Range: `bytes=${range.from ?? 0}-${range.to ?? ''}` };
}

/** Whatever else is in the bucket is not ours. */
function storedFile({ Key, Size, LastModified }: _Object, prefix: string): StoredFile[] {
  const sha256 = Key?.slice(prefix.length) ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha256) || Size === undefined || !LastModified) return [];
  const at = Temporal.Instant.fromEpochMilliseconds(LastModified.getTime());
  return [{ sha256, size: Size, at }];
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    // A bucket that is missing is no file that is missing: it has a code of its own.
    const missing = error instanceof S3ServiceException && isMissing(error);
    if (missing) return null;
    throw error;
  });
}

function isMissing({ name, $metadata }: S3ServiceException): boolean {
  return name === 'NoSuchKey' || (name === 'NotFound' && $metadata.httpStatusCode === 404);
}
