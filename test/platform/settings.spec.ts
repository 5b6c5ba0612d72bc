import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { usualFileTypes } from '../../src/platform/files/file-types.js';
import { InputError } from '../../src/platform/input-error.js';
import { packageRoot } from '../../src/platform/package-root.js';
import { readSettings } from '../../src/platform/settings.js';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://siklus:kunci-basis-data@db/siklus',
  SMTP_URL: 'smtp://mail.example.test:587',
  MAIL_FROM: 'spbe@kota.example.test',
  BASE_URL: 'https://siklus.example.test',
};

const defaults = {
  production: false,
  role: 'all',
  databaseUrl: null,
  redisUrl: null,
  queuePrefix: 'siklus',
  smtpUrl: null,
  mailFrom: { name: 'Tim SPBE', email: 'siklus@example.test' },
  baseUrl: null,
  host: '127.0.0.1',
  port: 3000,
  tickSeconds: 5,
  dataFolder: join(packageRoot, 'data'),
  configFolder: join(packageRoot, 'config'),
  evidence: {
    store: { kind: 'folder', folder: join(packageRoot, 'data', 'evidence') },
    maxBytes: 25 * 1024 * 1024,
    types: usualFileTypes,
    clamdUrl: null,
  },
  trustedProxies: ['loopback'],
  oidc: null,
  letterhead: {
    ...{ government: '', office: '', address: '', logo: null },
    signer: { office: '', name: '', nip: '' },
  },
  outageMails: true,
  healthPort: null,
  metricsToken: null,
  privateWebhooks: false,
};

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

describe('the settings', () => {
  it('need nothing', () => {
    expect(readSettings({})).toEqual(defaults);
  });

  it('take an empty variable for one that is not set, as compose files write it', () => {
    const empty = Object.fromEntries(
      ['ROLE', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'BASE_URL', 'PORT', 'TICK_SECONDS'].map(
        (name) => [name, ''],
      ),
    );

    expect(readSettings(empty)).toEqual(defaults);
  });

  it('take each variable', () => {
    const settings = readSettings({
      ...production,
      ROLE: 'worker',
      REDIS_URL: 'rediss://:kunci-antrean@redis:6380/2',
      WEBHOOK_ALLOW_PRIVATE: '1',
      QUEUE_PREFIX: 'kota-2025',
      MAIL_FROM_NAME: 'Tim SPBE Kota',
      HOST: '0.0.0.0',
      PORT: '8080',
      TICK_SECONDS: '60',
      DATA_FOLDER: '/srv/siklus/data',
      CONFIG_FOLDER: '/srv/siklus/config',
      TRUSTED_PROXIES: 'uniquelocal, 203.0.113.7,2001:db8::/32',
      OIDC_ISSUER: 'https://masuk.kota.example.test/realms/kota',
      OIDC_CLIENT_ID: 'siklus',
      OIDC_CLIENT_SECRET: 'kunci-masuk-kota',
      OIDC_NAME: 'SSO Kota',
      LETTERHEAD_GOVERNMENT: 'Pemerintah Kota',
      LETTERHEAD_OFFICE: 'Dinas Kominfo',
      LETTERHEAD_ADDRESS: 'Jalan Satu',
      LETTERHEAD_LOGO: join(packageRoot, 'test', 'platform', 'files', 'samples', 'bukti.png'),
      LETTER_SIGNER_OFFICE: 'Kepala Dinas',
      LETTER_SIGNER_NAME: 'Budi',
      LETTER_SIGNER_NIP: '1970',
    });

    expect(settings).toEqual({
      production: true,
      role: 'worker',
      databaseUrl: 'postgres://siklus:kunci-basis-data@db/siklus',
      redisUrl: 'rediss://:kunci-antrean@redis:6380/2',
      outageMails: true,
      healthPort: null,
      metricsToken: null,
      privateWebhooks: true,
      queuePrefix: 'kota-2025',
      smtpUrl: 'smtp://mail.example.test:587',
      mailFrom: { name: 'Tim SPBE Kota', email: 'spbe@kota.example.test' },
      baseUrl: 'https://siklus.example.test',
      host: '0.0.0.0',
      port: 8080,
      tickSeconds: 60,
      dataFolder: '/srv/siklus/data',
      configFolder: '/srv/siklus/config',
      evidence: {
        ...defaults.evidence,
        store: { kind: 'folder', folder: '/srv/siklus/data/evidence' },
      },
      trustedProxies: ['uniquelocal', '203.0.113.7', '2001:db8::/32'],
      oidc: {
        issuer: 'https://masuk.kota.example.test/realms/kota',
        clientId: 'siklus',
        clientSecret: 'kunci-masuk-kota',
        name: 'SSO Kota',
      },
      letterhead: {
        government: 'Pemerintah Kota',
        office: 'Dinas Kominfo',
        address: 'Jalan Satu',
        logo: expect.stringMatching(/^data:image\/png;base64,iVBORw0KGgo/),
        signer: { office: 'Kepala Dinas', name: 'Budi', nip: '1970' },
      },
    });
  });

  it.each([
    ['NODE_ENV', 'prod', 'production, development, test'],
    ['ROLE', 'sender', 'all, web, worker'],
    ['DATABASE_URL', 'mysql://db/siklus', 'postgres://user:password@host/name'],
    ['DATABASE_URL', 'db', 'postgres://user:password@host/name'],
    ['REDIS_URL', 'localhost:6379', 'redis://host:6379'],
    ['QUEUE_PREFIX', 'kota:2025', 'letters, digits, - and _'],
    ['SMTP_URL', 'mail.example.test', 'smtp://user:password@host:587'],
    ['MAIL_FROM', 'Tim SPBE', 'email'],
    ['BASE_URL', 'siklus.example.test', 'URL'],
    ['LETTERHEAD_LOGO', 'logo.svg', '.png, .jpg or .jpeg'],
    ['LETTERHEAD_LOGO', '/tidak/ada.png', 'no file /tidak/ada.png'],
    ['BASE_URL', 'javascript:alert(1)', 'URL'],
    ['PORT', '70000', '65535'],
    ['PORT', '-1', '0'],
    ['PORT', 'http', 'integer'],
    ['PORT', '80.5', 'integer'],
    ['TRUSTED_PROXIES', 'proxy.kota.test', 'networks such as'],
    ['OIDC_ISSUER', 'http://masuk.kota.example.test', 'https'],
    ['OIDC_ISSUER', 'http://localhost.jahat.test', 'https'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'networks such as'],
    ['TICK_SECONDS', '0', '1'],
    ['TICK_SECONDS', '4000', '3600'],
    ['TICK_SECONDS', 'often', 'integer'],
  ])('refuse %s=%s and say what was expected', (name, value, expected) => {
    const message = refused({ [name]: value });

    expect(message).toMatch(new RegExp(`^environment: ${name}: `));
    expect(message).toContain(expected);
  });

  it.each([
    ['DATABASE_URL', 'postgres://siklus:siklus@db/siklus'],
    ['DATABASE_URL', 'postgres://siklus:Password123@db/siklus'],
    ['REDIS_URL', 'redis://:secret@redis:6379'],
    ['SMTP_URL', 'smtp://siklus:12345678@mail.example.test:587'],
    ['OIDC_CLIENT_SECRET', 'rahasia'],
    ['S3_SECRET_ACCESS_KEY', 'minioadmin'],
    ['METRICS_TOKEN', 'aaaaaaaaaaaaaaaaaaaa'],
  ])('refuse a secret in production that anybody would guess: %s=%s', (name, value) => {
    const production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://db/siklus',
      SMTP_URL: 'smtp://mail.example.test',
      MAIL_FROM: 'spbe@kota.example.test',
      BASE_URL: 'https://siklus.example.test',
    };

    expect(readSettings(production).production).toBe(true);
    expect(refused({ ...production, [name]: value })).toContain(
      `environment: ${name}: has a secret that is short or widely known`,
    );
    expect(refused({ ...production, [name]: value })).not.toContain(value);
  });

  it('name every variable that is wrong', () => {
    const message = refused({ PORT: '70000', ROLE: 'sender', SMTP_URL: 'mail' });

    expect(message.split('\n').map((line) => line.split(': ')[1])).toEqual(
      expect.arrayContaining(['PORT', 'ROLE', 'SMTP_URL']),
    );
  });

  it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])(
    'refuse another service to sign in with, without %s',
    (name) => {
      const service = {
        OIDC_ISSUER: 'http://127.0.0.1:4000',
        OIDC_CLIENT_ID: 'siklus',
        OIDC_CLIENT_SECRET: 'kunci-masuk-kota',
      };

      const message = refused({ ...service, [name]: '' });

      expect(message).toBe(`environment: ${name}: is needed with OIDC_ISSUER; set it`);
    },
  );

  it.each(['DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'BASE_URL'])(
    'refuse production without %s',
    (name) => {
      const message = refused({ ...production, [name]: '' });

      expect(message).toBe(`environment: ${name}: is needed with NODE_ENV=production; set it`);
    },
  );

  it('name every variable that production misses', () => {
    const message = refused({ NODE_ENV: 'production' });

    expect(message.split('\n').map((line) => line.split(': ')[1])).toEqual([
      'DATABASE_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'BASE_URL',
    ]);
  });
});
