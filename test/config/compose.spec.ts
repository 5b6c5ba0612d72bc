import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { packageRoot } from '../../src/platform/package-root.js';
import { readSettings } from '../../src/platform/settings.js';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Record<string, string>;
  readonly command?: string | string[];
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Record<string, { condition: string }>;
}

const { services } = parse(readFileSync(join(packageRoot, 'docker-compose.yml'), 'utf8'), {
  merge: true,
}) as { services: Record<string, Service> };

/** As compose fills them in from an environment that sets only the password. */
function filledIn(environment: Record<string, string> = {}): Record<string, string> {
  const value = (text: string): string =>
    text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'kunci-basis-data');
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, value(text)]));
}

describe('docker-compose.yml', () => {
  it('has PostgreSQL, Redis, a web process, a worker and a mail catcher', () => {
    expect(Object.keys(services).sort()).toEqual(['mail', 'postgres', 'redis', 'web', 'worker']);
  });

  it.each(['web', 'worker'] as const)('gives %s settings that production accepts', (role) => {
    const settings = readSettings(filledIn(services[role]?.environment));

    expect(settings).toMatchObject({
      production: true,
      role,
      databaseUrl: 'postgres://siklus:kunci-basis-data@postgres:5432/siklus',
      redisUrl: 'redis://redis:6379',
      smtpUrl: 'smtp://mail:1025',
    });
  });

  it.each(['web', 'worker'] as const)('lets %s write nowhere but into evidence', (role) => {
    expect(services[role]).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      volumes: ['evidence:/srv/siklus/data/evidence'],
    });
  });

  it('names a version of every image', () => {
    const images = Object.values(services).flatMap(({ image }) => image ?? []);

    expect(images.filter((image) => !/:v?\d/.test(image))).toEqual([]);
  });

  it('starts both when PostgreSQL and Redis answer', () => {
    for (const role of ['web', 'worker']) {
      expect(services[role]?.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
  });
});
