import type { Command } from 'commander';
import type { Door } from './door.js';
import type { ResultRequest } from './import-result.js';

/** The result of a year before Siklus, at the command line. */
export function addImportResult(program: Command, { settings, asTyped, print }: Door): void {
  program
    .command('import-result')
    .description(
      'shows the result of a year before Siklus that a table holds, and with --yes takes it',
    )
    .argument('<file>', 'its levels: an XLSX workbook or a CSV file')
    .requiredOption('--cycle <code>', 'a cycle that is loaded')
    .requiredOption('--year <year>', 'such as 2024')
    .requiredOption('--instrument <code>', 'of config/instruments')
    .requiredOption('--index <figure>', 'as it was announced, such as 3.76')
    .requiredOption('--predikat <name>', 'as it was announced')
    .option('--differs <reason>', 'why the levels come to something else than was announced')
    .option('--replaces <reason>', 'why it takes the place of what was imported before')
    .option('--yes', 'takes it')
    .option('--by <name>', 'whom the journal is to name')
    .action(async (file: string, request: ResultRequest) => {
      const { importResult } = await import('./import-result.js');
      await print(await importResult(settings(), asTyped(file), request));
    });
}
