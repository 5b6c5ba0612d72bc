import 'reflect-metadata';
import { existsSync, writeFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import { UnknownCycle } from './cycle/unknown-cycle.js';
import { inWords, Refusal } from './domain/refusal.js';
import { scoreCommand } from './assessment/score-command.js';
import { planCommand, type PlanRequest } from './engine/plan-command.js';
import type { QueueKind } from './engine/scenario/command.js';
import { addHolidays } from './commands/load-holidays-command.js';
import type { NextRequest } from './commands/export.js';
import type { LoadRequest } from './commands/live.js';
import { addAnonymise } from './commands/anonymise/anonymise-command.js';
import { addArchive } from './commands/archive/archive-command.js';
import { addBackup } from './commands/backup-command.js';
import { addSignOut } from './commands/sign-out-command.js';
import { addImportResult } from './commands/import-result-command.js';
import { InputError } from './platform/input-error.js';
import { readSettings, type GivenSettings } from './platform/settings.js';

/** What a wrong file or option ends with, and what a run that failed. */
const wrongInput = 2;
const runFailed = 1;

const program = new Command('siklus')
  .description('Runs an evaluation cycle by its calendar.')
  .exitOverride();

program
  .command('scenario')
  .description(
    'runs a scenario through the real application on a simulated clock and prints its log',
  )
  .argument('<file>', 'the scenario (YAML)')
  .addOption(
    new Option('--queue <kind>', 'how mails are sent')
      .choices(['inline', 'bullmq'])
      .default('inline'),
  )
  .option('--out <file>', 'writes the log to a file as well')
  .action(async (file: string, { queue, out }: { queue: QueueKind; out?: string }) => {
    const { AppModule } = await import('./app.module.js');
    const { scenarioCommand } = await import('./engine/scenario/command.js');
    const lines = await scenarioCommand(asTyped(file), queue, settings(), (given, clock) =>
      AppModule.stepped(given, clock),
    );
    await print(lines, out);
  });

program
  .command('plan')
  .description('prints the mails of a span if nobody finished anything and nothing changed')
  .requiredOption('--cycle <cycle>', 'a code of config/cycles, or a path')
  .requiredOption('--people <file>', 'a code of config/people, or a path')
  .requiredOption('--from <instant>', 'inclusive, such as 2025-09-01T00:00:00+07:00')
  .requiredOption('--to <instant>', 'exclusive')
  .action(({ cycle, people, ...span }: PlanRequest) => {
    const request = { cycle: asTyped(cycle), people: asTyped(people), ...span };
    return print(planCommand(settings().configFolder, request));
  });

program
  .command('score')
  .description('prints the index, the predikat and the figures of domains and aspects')
  .requiredOption('--instrument <code>', 'a code of config/instruments, or a path')
  .requiredOption('--levels <list>', "one level an indicator, in the instrument's order: 4,4,3,…")
  .action(({ instrument, levels }: { instrument: string; levels: string }) =>
    print([scoreCommand(settings().configFolder, instrument, levels)]),
  );

program
  .command('load')
  .description('loads a cycle with its people, or takes over what their files changed since')
  .requiredOption('--cycle <cycle>', 'a code of config/cycles, or a path')
  .requiredOption('--people <file>', 'a code of config/people, or a path')
  .addOption(
    new Option('--preview', 'shows what the files would change in a loaded cycle').conflicts(
      'shown',
    ),
  )
  .option('--shown <mark>', 'as a preview printed it: takes only what it showed')
  .option('--by <name>', 'whom the journal is to name')
  .action(async (options: LoadRequest) => {
    const { load } = await live();
    const { lines, warnings } = await load(settings(), {
      ...options,
      cycle: asTyped(options.cycle),
      people: asTyped(options.people),
    });
    await print(lines);
    writeSync(2, warnings.map((line) => `${line}\n`).join(''));
  });

addHolidays(program, { settings, asTyped, print });

program
  .command('export')
  .description(
    'prints the file that a loaded cycle, or its people, can be loaded from as it is now',
  )
  .addArgument(new Argument('<what>').choices(['cycle', 'people']))
  .requiredOption('--cycle <code>', 'a cycle that is loaded')
  .action(async (what: 'cycle' | 'people', { cycle }: { cycle: string }) => {
    const { exported } = await import('./commands/export.js');
    await print(await exported(settings(), what, cycle));
  });

program
  .command('next')
  .description('prints the file of a coming year: each date the same working day of its month')
  .requiredOption('--cycle <code>', 'the cycle that is copied, which is loaded')
  .requiredOption('--code <code>', 'of the new cycle, such as spbe-2026')
  .option('--title <text>', "else the old one's")
  .option('--instrument <code>', "else the old one's")
  .option('--holidays <code>', 'of config/holidays; else only Saturdays and Sundays are days off')
  .addOption(
    new Option('--years <number>', 'how many years later')
      .choices(['1', '2', '3', '4', '5'])
      .default('1'),
  )
  .action(async ({ cycle, ...request }: { cycle: string } & NextRequest) => {
    const { next } = await import('./commands/export.js');
    await print(await next(settings(), cycle, request));
  });

addImportResult(program, { settings, asTyped: here, print });
addBackup(program, { settings, asTyped: there, print });
addAnonymise(program, { settings, asTyped, print });
addArchive(program, { settings, asTyped, print });
addSignOut(program, { settings, asTyped, print });

program
  .command('do')
  .description("does to a running cycle what a scenario's event would")
  .argument(
    '<act>',
    "such as '{ do: extend, phase: …, unit: DINKES, closes: 2025-10-10, reason: … }'",
  )
  .requiredOption('--cycle <code>', 'a cycle that is loaded')
  .option('--by <name>', 'whom the journal is to name')
  .action(async (act: string, options: { cycle: string; by?: string }) => {
    await print(await (await live()).perform(settings(), act, options));
  });

program
  .command('mails')
  .description('lists the mails that a recipient did not get')
  .action(async () => print(await (await live()).mailTroubles(settings())));

program
  .command('resend')
  .description('sends a mail again to whom it did not reach')
  .argument('<id>', 'as `siklus mails` shows it')
  .option('--by <name>', 'whom the journal is to name')
  .action(async (id: string, options: { by?: string }) => {
    await print(await (await live()).resend(settings(), id, options));
  });

program
  .command('journal')
  .description('the record of everything that changed anything')
  .command('verify')
  .description('tells whether the journal still is what was recorded, a line a cycle')
  .argument('[cycle]', 'a cycle that is loaded; else each')
  .action(async (cycle?: string) => {
    const { verifyJournals } = await import('./commands/verify-journal.js');
    const { intact, problems } = await verifyJournals(settings(), cycle ?? null);
    await print(intact);
    if (problems.length === 0) return;
    writeSync(2, problems.map((line) => `${line}\n`).join(''));
    process.exitCode = runFailed;
  });

program
  .command('token')
  .description('issues a token with which a program asks the API in the name of a person')
  .argument('<email>', 'as the cycle knows the person')
  .option('--days <number>', 'how long it lasts', '90')
  .option('--revoke', 'takes all tokens of the person away instead')
  .action(async (email: string, options: { days: string; revoke?: boolean }) => {
    await print(await (await live()).token(settings(), email, options));
  });

program
  .command('invite')
  .description('prints a link with which somebody signs in to the pages once, within a day')
  .argument('<email>', 'whose; it need not be known to a cycle')
  .action(async (email: string) => print(await (await live()).invite(settings(), email)));

program
  .command('clock')
  .description('moves the clock of the running demonstration')
  .addArgument(new Argument('<stride>').choices(['next', 'day', 'week', 'month']))
  .action(async (stride: string) => print(await (await live()).moveClock(settings(), stride)));

function settings(): GivenSettings {
  return readSettings(process.env);
}

/** The application is a lot to load for a command that only reads files. */
function live() {
  return import('./commands/live.js');
}

/** `npm run` changes to the project's folder: a path means what it meant where it was typed. */
function asTyped(path: string): string {
  return /[/\\]|\.ya?ml$/.test(path) ? here(path) : path;
}

function here(path: string): string {
  const typed = there(path);
  return existsSync(typed) ? typed : path;
}

/** Whether it is there yet or not. */
function there(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}

async function print(lines: readonly string[], file?: string): Promise<void> {
  const text = lines.map((line) => `${line}\n`).join('');
  if (file !== undefined) writeFileSync(file, text);
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function exitStatus(error: unknown): number {
  // Commander has said what is wrong already, or was only asked for help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongInput;
  const isExpected = error instanceof InputError || error instanceof UnknownCycle;
  writeSync(2, `${isExpected ? error.message : described(error)}\n`);
  return isExpected ? wrongInput : runFailed;
}

function described(error: unknown): string {
  if (error instanceof Refusal) return inWords(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitStatus(error);
}
