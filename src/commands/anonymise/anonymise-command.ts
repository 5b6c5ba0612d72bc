import type { Command } from 'commander';
import type { Door } from '../door.js';
import type { AnonymiseRequest } from './anonymise.js';

/** Takes a person out, at the command line. */
export function addAnonymise(program: Command, { settings, print }: Door): void {
  program
    .command('anonymise')
    .description(
      'shows where somebody who takes no part any more is named, and with --yes takes them out of all of it',
    )
    .argument('<email>', 'as the cycles know the person')
    .requiredOption('--why <reason>', 'what the journals are to say of it')
    .option('--name <name...>', 'other spellings of the name')
    .option('--yes', 'does it')
    .option('--by <name>', 'whom the journals are to name')
    .action(async (email: string, request: AnonymiseRequest) => {
      const { anonymise } = await import('./anonymise.js');
      await print(await anonymise(settings(), email, request));
    });
}
