import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  validateSync,
} from 'class-validator';
import type { Person } from '../domain/people.js';
import {
  evidenceOf,
  isS3,
  neededForS3,
  optionalForEvidence,
  type EvidenceSettings,
} from './evidence-settings.js';
import { InputError } from './input-error.js';
import { packageRoot } from './package-root.js';
import {
  LetterheadEnvironment,
  letterheadOf,
  optionalForLetterhead,
  type Letterhead,
} from './letterhead-settings.js';
import { weakSecrets } from './weak-secrets.js';
import { neededForOidc, oidcOf, optionalForSignIn, type OidcSettings } from './sign-in-settings.js';

export const SETTINGS = Symbol('settings');

export const roles = ['all', 'web', 'worker'] as const;
export type ProcessRole = (typeof roles)[number];

/** What a running process needs to know. */
export interface Settings {
  readonly production: boolean;
  /** `web` answers requests, `worker` sends mails, `all` does both. */
  readonly role: ProcessRole;
  readonly databaseUrl: string;
  /** Null: mails are sent by the process itself, without a queue. */
  readonly redisUrl: string | null;
  /** Keeps the queues of several installations on one Redis apart. */
  readonly queuePrefix: string;
  readonly smtpUrl: string;
  readonly mailFrom: Person;
  /** Where recipients find the pages; null: mails carry no link. */
  readonly baseUrl: string | null;
  readonly host: string;
  /** Where a worker answers whoever watches it; null: it does not. */
  readonly healthPort: number | null;
  /** Whoever has it may read the metrics; null: programs on this machine. */
  readonly metricsToken: string | null;
  readonly port: number;
  readonly tickSeconds: number;
  readonly dataFolder: string;
  readonly configFolder: string;
  readonly evidence: EvidenceSettings;
  /** Whose word is taken for where a request comes from; all others are themselves where it comes from. */
  readonly trustedProxies: readonly string[];
  /** Null: people sign in with nothing but what they have here. */
  readonly oidc: OidcSettings | null;
  /** Of letters that are made to be printed and signed. */
  readonly letterhead: Letterhead;
  /** Whether coordinators get a mail after an outage: everywhere but in scenarios, whose log the contract fixes. */
  readonly outageMails: boolean;
  /** Whether webhooks may lead to this machine and to private networks, and without TLS. */
  readonly privateWebhooks: boolean;
}

/** Without servers of one's own, the embedded ones are started. */
export type GivenSettings = Omit<Settings, 'databaseUrl' | 'smtpUrl'> & {
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
};

const urlWith = (...protocols: string[]) => ({
  protocols,
  require_protocol: true,
  require_tld: false,
  require_valid_protocol: true,
});

class Environment extends LetterheadEnvironment {
  @IsIn(['production', 'development', 'test'])
  NODE_ENV: 'production' | 'development' | 'test' = 'development';

  @IsIn(roles)
  ROLE: ProcessRole = 'all';

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, {
    message: 'must look like postgres://user:password@host/name',
  })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: 'must look like redis://host:6379' })
  REDIS_URL?: string;

  @Matches(/^[\w-]+$/, { message: 'may hold letters, digits, - and _' })
  QUEUE_PREFIX = 'siklus';

  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'must look like smtp://user:password@host:587' })
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM_NAME = 'Tim SPBE';

  @IsEmail()
  MAIL_FROM = 'siklus@example.test';

  @IsOptional()
  @IsUrl(urlWith('http', 'https'))
  BASE_URL?: string;

  @IsString()
  HOST = '127.0.0.1';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65535)
  HEALTH_PORT?: number;

  @IsOptional()
  @Matches(/^[\x21-\x7e]{16,}$/, { message: 'must have 16 characters or more, without spaces' })
  METRICS_TOKEN?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3600)
  TICK_SECONDS = 5;

  @IsIn(['0', '1'], { message: 'must be 1, or 0' })
  WEBHOOK_ALLOW_PRIVATE: '0' | '1' = '0';

  @IsString()
  DATA_FOLDER = join(packageRoot, 'data');

  @IsString()
  CONFIG_FOLDER = join(packageRoot, 'config');
}

/** In production nothing is embedded and nothing has a default that could reach a real person by mistake. */
const neededInProduction = ['DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'BASE_URL'] as const;

const withoutDefault = [
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'BASE_URL',
  'HEALTH_PORT',
  'METRICS_TOKEN',
] as const;

/** @throws InputError that names each variable that is wrong or missing */
export function readSettings(environment: NodeJS.ProcessEnv): GivenSettings {
  const names = Object.keys(new Environment());
  const optional = [
    ...withoutDefault,
    ...optionalForEvidence,
    ...optionalForSignIn,
    ...optionalForLetterhead,
  ];
  const given = Object.fromEntries(
    [...names, ...optional]
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const values = plainToInstance(Environment, given);
  InputError.throwAny([...wrong(values), ...lacking(values, given)]);
  return settingsOf(values);
}

function wrong(values: Environment): InputError[] {
  return validateSync(values).map(({ property, constraints }) =>
    // The last one speaks of the kind of value, the others of its bounds.
    problemOf(property, Object.values(constraints ?? {}).at(-1) ?? 'is wrong'),
  );
}

function lacking(values: Environment, given: Record<string, unknown>): InputError[] {
  const needed = (names: readonly string[], when: string) =>
    names
      .filter((name) => given[name] === undefined)
      .map((name) => problemOf(name, `is needed with ${when}; set it`));
  return [
    ...(values.NODE_ENV === 'production' ? ofProduction(given, needed) : []),
    ...(isS3(values) ? needed(neededForS3, 'EVIDENCE_STORE=s3://…') : []),
    ...(values.OIDC_ISSUER === undefined ? [] : needed(neededForOidc, 'OIDC_ISSUER')),
  ];
}

function ofProduction(
  given: Record<string, unknown>,
  needed: (names: readonly string[], when: string) => InputError[],
): InputError[] {
  const problem = 'has a secret that is short or widely known; choose 8 characters or more';
  const weak = weakSecrets(given).map((name) => problemOf(name, problem));
  return [...needed(neededInProduction, 'NODE_ENV=production'), ...weak];
}

function problemOf(field: string, problem: string): InputError {
  return new InputError({ file: 'environment', line: null, field }, problem);
}

function settingsOf(values: Environment): GivenSettings {
  const dataFolder = resolve(values.DATA_FOLDER);
  return {
    production: values.NODE_ENV === 'production',
    role: values.ROLE,
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    queuePrefix: values.QUEUE_PREFIX,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: { name: values.MAIL_FROM_NAME, email: values.MAIL_FROM },
    baseUrl: values.BASE_URL ?? null,
    host: values.HOST,
    port: values.PORT,
    healthPort: values.HEALTH_PORT ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    tickSeconds: values.TICK_SECONDS,
    dataFolder,
    configFolder: resolve(values.CONFIG_FOLDER),
    evidence: evidenceOf(values, dataFolder),
    trustedProxies: values.TRUSTED_PROXIES,
    oidc: oidcOf(values),
    letterhead: letterheadOf(values),
    outageMails: true,
    privateWebhooks: values.WEBHOOK_ALLOW_PRIVATE === '1',
  };
}
