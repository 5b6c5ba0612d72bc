import 'reflect-metadata';
import { createWriteStream, writeSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { AppModule } from './app.module.js';
import { scoreCommand } from './assessment/score-command.js';
import { planCommand, type PlanRequest } from './engine/plan-command.js';
import { scenarioCommand, type QueueKind } from './engine/scenario-command.js';
import { InputError } from './platform/input-error.js';
import { readSettings } from './platform/settings.js';

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
  .option('--out <file>', 'writes the log to a file instead')
  .action(async (file: string, { queue, out }: { queue: QueueKind; out?: string }) => {
    const lines = await scenarioCommand(file, queue, readSettings(process.env), (settings, clock) =>
      AppModule.stepped(settings, clock),
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
  .action((request: PlanRequest) => print(planCommand(configFolder(), request)));

program
  .command('score')
  .description('prints the index, the predikat and the figures of domains and aspects')
  .requiredOption('--instrument <code>', 'a code of config/instruments, or a path')
  .requiredOption('--levels <list>', "one level an indicator, in the instrument's order: 4,4,3,…")
  .action(({ instrument, levels }: { instrument: string; levels: string }) =>
    print([scoreCommand(configFolder(), instrument, levels)]),
  );

function configFolder(): string {
  return readSettings(process.env).configFolder;
}

async function print(lines: readonly string[], file?: string): Promise<void> {
  const text = lines.map((line) => `${line}\n`).join('');
  const output = file === undefined ? process.stdout : createWriteStream(file);
  await new Promise<void>((resolve, reject) => {
    output.on('error', reject);
    output.write(text, () => resolve());
  });
}

function exitStatus(error: unknown): number {
  // Commander has said what is wrong already, or was only asked for help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongInput;
  const isInput = error instanceof InputError;
  writeSync(2, `${isInput ? error.message : String((error as Error).stack ?? error)}\n`);
  return isInput ? wrongInput : runFailed;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitStatus(error);
}
