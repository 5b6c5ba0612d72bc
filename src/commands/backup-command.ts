import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { GivenSettings } from '../platform/settings.js';
import type { RestoreRequest } from './backup/commands.js';

interface Door {
  readonly settings: () => GivenSettings;
  readonly print: (lines: readonly string[]) => Promise<void>;
}

export function addBackup(program: Command, { settings, print }: Door): void {
  // Where it was typed, whether it is there yet or not.
  const here = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);
  program
    .command('backup')
    .description('writes everything, the database and the evidence, into one file')
    .argument('<file>', 'a ZIP archive that is made, or replaced')
    .action(async (file: string) => {
      const { backupCommand } = await import('./backup/commands.js');
      await print(await backupCommand(settings(), here(file)));
    });
  program
    .command('restore')
    .description('puts a backup into an empty database; running cycles come back paused')
    .argument('<file>', 'what backup wrote')
    .option('--go-on', 'leaves running cycles running: nothing was sent since the backup')
    .action(async (file: string, request: RestoreRequest) => {
      const { restoreCommand } = await import('./backup/commands.js');
      await print(await restoreCommand(settings(), here(file), request));
    });
}
