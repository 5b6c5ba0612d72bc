import { ConfigFolder } from '../../platform/config-folder.js';
import { InputError } from '../../platform/input-error.js';
import { scratchDatabase } from '../../platform/scratch-database.js';
import type { GivenSettings } from '../../platform/settings.js';
import { loadScenario } from './file.js';
import { runScenario, type Launch } from './runner.js';

export type QueueKind = 'inline' | 'bullmq';

/**
 * The lines that `siklus scenario` prints. The file is checked before anything is started.
 * @throws InputError
 */
export async function scenarioCommand(
  file: string,
  queue: QueueKind,
  given: GivenSettings,
  launch: Launch,
): Promise<string[]> {
  if (queue === 'bullmq' && given.redisUrl === null) {
    const problem = 'is needed with --queue bullmq; set it, or use --queue inline';
    throw new InputError({ file: 'environment', line: null, field: 'REDIS_URL' }, problem);
  }
  const scenario = loadScenario(new ConfigFolder(given.configFolder), file);
  const database = await scratchDatabase(given.databaseUrl);
  try {
    const settings = {
      ...given,
      role: 'all',
      databaseUrl: database.url,
      redisUrl: queue === 'bullmq' ? given.redisUrl : null,
      // Workers of another run, or of the live system, must not take these mails for theirs.
      queuePrefix: `scenario-${new URL(database.url).port}-${process.pid}`,
    } as const;
    const lines = await runScenario(scenario, settings, launch);
    return lines.map((line) => JSON.stringify(line));
  } finally {
    await database.stop();
  }
}
