import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppModule } from '../../src/app.module.js';
import type { QueueKind } from '../../src/engine/scenario/command.js';
import { loadScenario, type Scenario } from '../../src/engine/scenario/file.js';
import type { Line } from '../../src/engine/scenario/log.js';
import { runScenario } from '../../src/engine/scenario/runner.js';
import { ConfigFolder } from '../../src/platform/config-folder.js';
import { packageRoot } from '../../src/platform/package-root.js';
import { scratchDatabase } from '../../src/platform/scratch-database.js';
import { readSettings } from '../../src/platform/settings.js';

export const scenarios = join(packageRoot, 'test', 'scenarios');

const given = readSettings({});

export function scenarioIn(name: string): Scenario {
  return loadScenario(new ConfigFolder(given.configFolder), join(scenarios, `${name}.yaml`));
}

/** The log of a scenario on a database of its own on the server of the tests. */
export async function logOf(name: string, queue: QueueKind = 'inline'): Promise<Line[]> {
  const database = await scratchDatabase(server('TEST_DATABASE_URL'));
  const settings = {
    ...given,
    databaseUrl: database.url,
    redisUrl: queue === 'bullmq' ? server('TEST_REDIS_URL') : null,
    // The name of the database is nobody else's, so no other run's worker takes these mails.
    queuePrefix: new URL(database.url).pathname.slice(1),
  };
  try {
    return await runScenario(scenarioIn(name), settings, (all, clock) =>
      AppModule.stepped(all, clock),
    );
  } finally {
    await database.stop();
  }
}

/** As the command prints them: two logs are the same when their texts are. */
export function textOf(lines: readonly Line[]): string[] {
  return lines.map((line) => JSON.stringify(line));
}

export function withoutTasks(lines: readonly Line[]): Line[] {
  return lines.filter(({ type }) => type !== 'task');
}

export function expectedOf(name: string): string[] {
  const text = readFileSync(join(scenarios, `${name}.expected.jsonl`), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

function server(name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (url === undefined) throw new Error(`${name} is not set: test/servers/start.js did not run`);
  return url;
}
