import type { Command } from 'commander';
import type { Door } from './door.js';
import type { RestoreRequest } from './backup/commands.js';

export function addBackup(program: Command, { settings, asTyped, print }: Door): void {
  program
    .command('backup')
    .description('writes everything, the database and the evidence, into one file')
    .argument('<file>', 'a ZIP archive that is made, or replaced')
    .action(async (file: string) => {
      const { backupCommand } = await import('./backup/commands.js');
      await print(await backupCommand(settings(), asTyped(file)));
    });
  program
    .command('restore')
    .description('puts a backup into an empty database; running cycles come back paused')
    .argument('<file>', 'what backup wrote')
    .option('--go-on', 'leaves running cycles running: nothing was sent since the backup')
    .action(async (file: string, request: RestoreRequest) => {
      const { restoreCommand } = await import('./backup/commands.js');
      await print(await restoreCommand(settings(), asTyped(file), request));
    });
}
