/** In lower case: what examples and installers put there, and what is tried first. */
const known = [
  'admin',
  'changeme',
  'example',
  'minioadmin',
  'passw0rd',
  'password',
  'postgres',
  'rahasia',
  'secret',
  'siklus',
  'supersecret',
];

const fewest = 8;

/** Variables that hold a secret, or an address that may have one in it. */
const secrets = ['OIDC_CLIENT_SECRET', 'S3_SECRET_ACCESS_KEY', 'METRICS_TOKEN'] as const;
const addresses = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'CLAMD_URL'] as const;

/**
 * Variables whose secret anybody would guess. An address without a password has none to guess: the network keeps
 * others away from it.
 */
export function weakSecrets(given: Readonly<Record<string, unknown>>): string[] {
  const passwords = addresses.map((name) => [name, passwordOf(given[name])] as const);
  const all = [...secrets.map((name) => [name, given[name]] as const), ...passwords];
  return all.filter(([, secret]) => typeof secret === 'string' && isWeak(secret)).map(first);
}

const first = <T>([thing]: readonly [T, unknown]): T => thing;

function passwordOf(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const { password } = new URL(address);
  return password === '' ? null : password;
}

function isWeak(secret: string): boolean {
  const plain = secret.toLowerCase().replace(/[-_. ]|\d+$/g, '');
  return secret.length < fewest || known.includes(plain) || /^(.)\1*$/.test(secret) || plain === '';
}
