import { join, resolve } from 'node:path';
import { Transform, Type } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min } from 'class-validator';
import { fileTypeNames, usualFileTypes, type FileTypeName } from './files/file-types.js';

/** Where evidence is kept, and what may become evidence. */
export interface EvidenceSettings {
  readonly store: FolderSettings | S3Settings;
  readonly maxBytes: number;
  readonly types: readonly FileTypeName[];
  /** Null: uploads are not scanned for viruses. */
  readonly clamdUrl: string | null;
}

export interface FolderSettings {
  readonly kind: 'folder';
  readonly folder: string;
}

export interface S3Settings {
  readonly kind: 's3';
  readonly bucket: string;
  /** Before each key: empty, or a folder that ends in a slash. */
  readonly prefix: string;
  /** Null: Amazon's own, by the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`. */
  readonly pathStyle: boolean;
  /** Where an upload waits until it is checked. */
  readonly incoming: string;
}

const s3Url = /^s3:\/\/([a-z0-9][a-z0-9.-]+[a-z0-9])(?:\/([\w./-]*))?$/;
const namesTypes = `may name, with commas between them: ${fileTypeNames.join(', ')}`;
const mebibyte = 1024 * 1024;

export class EvidenceEnvironment {
  @IsOptional()
  // Any other URL would quietly become a folder of that name.
  @Matches(/^(s3:\/\/[a-z0-9][a-z0-9.-]+[a-z0-9](\/[\w./-]*)?|(?![\w+.-]*:\/\/).+)$/, {
    message: 'must be a folder, or look like s3://bucket or s3://bucket/folder',
  })
  EVIDENCE_STORE?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1024)
  EVIDENCE_MAX_MB = 25;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? listed(value) : value))
  @ArrayNotEmpty({ message: namesTypes })
  @IsIn(fileTypeNames, { each: true, message: namesTypes })
  EVIDENCE_TYPES: readonly FileTypeName[] = usualFileTypes;

  @IsOptional()
  @IsUrl({
    protocols: ['http', 'https'],
    require_protocol: true,
    require_tld: false,
    require_valid_protocol: true,
  })
  S3_ENDPOINT?: string;

  @IsOptional()
  @Matches(/^[\w-]+$/, { message: 'must look like ap-southeast-3' })
  S3_REGION?: string;

  @IsOptional()
  S3_ACCESS_KEY_ID?: string;

  @IsOptional()
  S3_SECRET_ACCESS_KEY?: string;

  @IsOptional()
  @IsIn(['yes', 'no'])
  S3_PATH_STYLE?: 'yes' | 'no';

  @IsOptional()
  @Matches(/^(tcp:\/\/[^\s/:]+:\d+|unix:\/\/\/\S+)$/, {
    message: 'must look like tcp://host:3310 or unix:///run/clamav/clamd.ctl',
  })
  CLAMD_URL?: string;
}

/** What an S3 store cannot do without. */
export const neededForS3 = ['S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** Variables without a default. */
export const optionalForEvidence = [
  'EVIDENCE_STORE',
  'S3_ENDPOINT',
  ...neededForS3,
  'S3_PATH_STYLE',
  'CLAMD_URL',
] as const;

export function isS3({ EVIDENCE_STORE }: EvidenceEnvironment): boolean {
  return s3Url.test(EVIDENCE_STORE ?? '');
}

export function evidenceOf(values: EvidenceEnvironment, dataFolder: string): EvidenceSettings {
  const folder = resolve(values.EVIDENCE_STORE ?? join(dataFolder, 'evidence'));
  return {
    store: isS3(values) ? s3Of(values, dataFolder) : { kind: 'folder', folder },
    maxBytes: values.EVIDENCE_MAX_MB * mebibyte,
    types: values.EVIDENCE_TYPES,
    clamdUrl: values.CLAMD_URL ?? null,
  };
}

function s3Of(values: EvidenceEnvironment, dataFolder: string): S3Settings {
  const [, bucket = '', path = ''] = s3Url.exec(values.EVIDENCE_STORE ?? '') ?? [];
  const endpoint = values.S3_ENDPOINT ?? null;
  // Amazon wants the bucket in the host's name, nearly every other store in the path.
  const usual = endpoint === null ? 'no' : 'yes';
  return {
    kind: 's3',
    bucket,
    prefix: path === '' || path.endsWith('/') ? path : `${path}/`,
    endpoint,
    region: values.S3_REGION ?? '',
    accessKeyId: values.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: values.S3_SECRET_ACCESS_KEY ?? '',
    pathStyle: (values.S3_PATH_STYLE ?? usual) === 'yes',
    incoming: join(dataFolder, 'incoming'),
  };
}

function listed(names: string): readonly string[] {
  return names
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
