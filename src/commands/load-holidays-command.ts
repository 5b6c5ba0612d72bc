import { Option, type Command } from 'commander';
import type { Door } from './door.js';
import type { HolidaysRequest } from './load-holidays.js';

/** A decree of holidays, at the command line. */
export function addHolidays(program: Command, { settings, asTyped, print }: Door): void {
  program
    .command('holidays')
    .description('shows which mails a decree moves in a running cycle, and with --yes takes it')
    .argument('<file>', 'a code of config/holidays, or a path')
    .requiredOption('--cycle <code>', 'a cycle that is loaded')
    .requiredOption('--reason <text>', 'which the journal keeps')
    .option('--letter <number>', 'the letter that it rests on')
    .addOption(
      new Option(
        '--joint-leave <choice>',
        'whether days of joint leave are days off; else as it was',
      ).choices(['yes', 'no']),
    )
    .option('--yes', 'takes it')
    .option('--by <name>', 'whom the journal is to name')
    .action(async (file: string, request: HolidaysRequest) => {
      const { loadHolidays } = await import('./load-holidays.js');
      await print(await loadHolidays(settings(), asTyped(file), request));
    });
}
