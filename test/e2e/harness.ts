import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';
import { until, untilTrue } from '../engine/until.js';

export type Environment = Readonly<Record<string, string>>;

/** An exit status, or the signal that ended it. */
export type End = number | NodeJS.Signals;

const programs: Program[] = [];
const folders: string[] = [];

/** A program as it is built, in an environment of which we set every variable that it reads. */
export class Program {
  stdout = '';
  stderr = '';
  /** With everything that it had to say. */
  readonly ended: Promise<End>;
  private readonly gone: Promise<End>;
  private end: End | null = null;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    const endOf = ([status, signal]: unknown[]): End => (status ?? signal) as End;
    this.ended = once(child, 'close').then(endOf);
    this.gone = once(child, 'exit').then(endOf);
    void this.ended.then((end) => (this.end = end));
  }

  static start(script: 'main' | 'cli', args: readonly string[], environment: Environment): Program {
    const file = join(packageRoot, 'dist', 'src', `${script}.js`);
    const child = spawn(process.execPath, [file, ...args], {
      env: { ...inherited(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = new Program(child);
    programs.push(program);
    return program;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get lines(): string[] {
    return this.stdout.split('\n').slice(0, -1);
  }

  /** The line of standard output that matches. @throws Error when the program ends without it */
  line(pattern: RegExp): Promise<string> {
    return until(`a line like ${String(pattern)}`, () => {
      const line = this.lines.find((each) => pattern.test(each));
      if (line !== undefined) return line;
      if (this.end === null) return null;
      throw new Error(`it ended (${this.end}) without ${String(pattern)}: ${this.stderr}`);
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @returns how it ended */
  stop(signal: NodeJS.Signals): Promise<End> {
    this.child.kill(signal);
    // Who is killed says nothing more, and its children may hold its output open a little longer.
    return signal === 'SIGKILL' ? this.gone : this.ended;
  }

  /** A child of its own that outlives it must not keep the tests from ending. */
  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }
}

/** A server whose greeting stands there: it answers. */
export async function server(environment: Environment): Promise<Program> {
  const program = Program.start('main', [], environment);
  // In production it is a line of the log.
  await program.line(/^Berikutnya |"message":"Berikutnya /);
  return program;
}

export interface Run {
  readonly status: End;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command of the command line, from its start to its end. */
export async function siklus(args: readonly string[], environment: Environment = {}): Promise<Run> {
  const program = Program.start('cli', args, environment);
  const status = await program.ended;
  return { status, stdout: program.stdout, stderr: program.stderr };
}

/** That any user may enter: an embedded database does not run as root. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'siklus-e2e-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** What a failed test left running must not outlive it. */
export async function cleanUp(): Promise<void> {
  await Promise.all(programs.splice(0).map((program) => program.remove()));
  for (const folder of folders.splice(0)) {
    // A database that lost its program writes a last time before it ends.
    await untilTrue(`${folder} to be removed`, () => isRemoved(folder));
  }
}

async function isRemoved(folder: string): Promise<boolean> {
  try {
    await rm(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** Whoever runs the tests may have set REDIS_URL or PORT for something else. */
function inherited(): Environment {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG'];
  const given = names.map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
