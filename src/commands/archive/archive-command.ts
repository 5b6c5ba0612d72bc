import type { Command } from 'commander';
import type { Door } from '../door.js';
import type { ArchiveRequest } from './archive.js';

/** Takes years that are over out of the way, at the command line. */
export function addArchive(program: Command, { settings, print }: Door): void {
  program
    .command('archive')
    .description(
      'shows what cycles that are over hold in the tables of those that run, and with --yes moves it to the archive',
    )
    .requiredOption('--before <date>', 'cycles whose last phase closed before, such as 2026-01-01')
    .option('--cycle <code>', 'only this one')
    .option('--yes', 'does it')
    .action(async (request: ArchiveRequest) => {
      const { archive } = await import('./archive.js');
      await print(await archive(settings(), request));
    });
}
