import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../src/platform/input-error.js';
import { readSettings } from '../../src/platform/settings.js';

const keys = {
  S3_REGION: 'ap-southeast-3',
  S3_ACCESS_KEY_ID: 'kunci',
  S3_SECRET_ACCESS_KEY: 'rahasia-sekali',
};

const evidence = (environment: NodeJS.ProcessEnv) => readSettings(environment).evidence;

/** The message of the error with which an environment is refused. */
function refused(environment: NodeJS.ProcessEnv): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'not refused';
}

describe('the settings of evidence', () => {
  it('keep it in the data folder unless told otherwise', () => {
    expect(evidence({ DATA_FOLDER: '/srv/data' }).store).toEqual({
      kind: 'folder',
      folder: '/srv/data/evidence',
    });
    expect(evidence({ EVIDENCE_STORE: 'bukti' }).store).toEqual({
      kind: 'folder',
      folder: resolve('bukti'),
    });
  });

  it('take an S3-compatible store, its bucket in the path', () => {
    const store = { EVIDENCE_STORE: 's3://bukti-spbe', S3_ENDPOINT: 'http://minio:9000' };

    expect(evidence({ ...keys, ...store, DATA_FOLDER: '/srv/data' }).store).toEqual({
      kind: 's3',
      bucket: 'bukti-spbe',
      prefix: '',
      endpoint: 'http://minio:9000',
      region: 'ap-southeast-3',
      accessKeyId: 'kunci',
      secretAccessKey: 'rahasia-sekali',
      pathStyle: true,
      incoming: '/srv/data/incoming',
    });
  });

  it.each([
    [{ EVIDENCE_STORE: 's3://bukti/2025' }, { prefix: '2025/', endpoint: null, pathStyle: false }],
    [{ EVIDENCE_STORE: 's3://bukti/2025/' }, { prefix: '2025/' }],
    [
      { EVIDENCE_STORE: 's3://bukti', S3_PATH_STYLE: 'yes' },
      { prefix: '', pathStyle: true },
    ],
    [
      { EVIDENCE_STORE: 's3://bukti', S3_ENDPOINT: 'https://s3.example.test', S3_PATH_STYLE: 'no' },
      { endpoint: 'https://s3.example.test', pathStyle: false },
    ],
  ])('read %j', (given, expected) => {
    expect(evidence({ ...keys, ...given }).store).toMatchObject(expected);
  });

  it('take a limit, types and a scanner', () => {
    const given = {
      EVIDENCE_MAX_MB: '100',
      EVIDENCE_TYPES: ' PDF, zip,',
      CLAMD_URL: 'tcp://av:3310',
    };

    expect(evidence(given)).toMatchObject({
      maxBytes: 104_857_600,
      types: ['pdf', 'zip'],
      clamdUrl: 'tcp://av:3310',
    });
  });

  it.each([
    ['EVIDENCE_STORE', 'gs://bukti', 's3://bucket'],
    ['EVIDENCE_STORE', 's3://Bukti', 's3://bucket'],
    ['EVIDENCE_STORE', 's3://kunci:rahasia@bukti', 's3://bucket'],
    ['EVIDENCE_MAX_MB', '0', '1'],
    ['EVIDENCE_MAX_MB', '2000', '1024'],
    ['EVIDENCE_TYPES', 'pdf,exe', 'pdf, png, jpg'],
    ['EVIDENCE_TYPES', ',', 'pdf, png, jpg'],
    ['S3_ENDPOINT', 'minio:9000', 'URL'],
    ['S3_REGION', 'the east', 'ap-southeast-3'],
    ['S3_PATH_STYLE', 'true', 'yes, no'],
    ['CLAMD_URL', 'http://av:3310', 'tcp://host:3310'],
    ['CLAMD_URL', 'tcp://av', 'tcp://host:3310'],
    ['CLAMD_URL', 'unix://run/clamd', 'unix:///run'],
  ])('refuse %s=%s and say what was expected', (name, value, expected) => {
    const message = refused({ [name]: value });

    expect(message).toMatch(new RegExp(`^environment: ${name}: `));
    expect(message).toContain(expected);
  });

  it('name all that an S3 store misses', () => {
    expect(refused({ EVIDENCE_STORE: 's3://bukti' }).split('\n')).toEqual(
      ['S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].map(
        (name) => `environment: ${name}: is needed with EVIDENCE_STORE=s3://…; set it`,
      ),
    );
  });

  it('print no secret, whatever is wrong', () => {
    const message = refused({
      ...keys,
      EVIDENCE_STORE: 's3://kunci:rahasia-sekali@bukti',
      S3_ENDPOINT: 'ftp://kunci:rahasia-sekali@minio',
      S3_REGION: 'rahasia sekali',
    });

    expect(message).not.toMatch(/kunci|rahasia/);
    expect(message.split('\n')).toHaveLength(3);
  });
});
