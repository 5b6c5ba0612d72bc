import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';
import { untilTrue } from '../engine/until.js';

const isRoot = process.getuid?.() === 0;

/** A real one: `CHROMIUM_PATH`, else the first that is found, else Debian's, installed. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await pathOfChromium(),
    // The sandbox refuses root, whom containers run everything as.
    args: ['--headless=shell', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

async function pathOfChromium(): Promise<string> {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  return onPath() ?? (await fromPackage()) ?? installed();
}

function onPath(): string | null {
  for (const command of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim();
    } catch {
      continue;
    }
  }
  return null;
}

/** The package brings it for Linux on x64 only, without the libraries of a desktop. */
async function fromPackage(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const path = await packed.executablePath();
  await untilTrue('another spec to unpack Chromium', () => startOf(path) !== 'ETXTBSY');
  return startOf(path) === null ? path : null;
}

/** Null when it runs. */
function startOf(path: string): string | null {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'ended';
  }
}

/** Debian's package, where this user may install it; one spec at a time. */
function installed(): string {
  const install =
    'command -v chromium || (apt-get update && apt-get install -y --no-install-recommends chromium)';
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const lock = join(tmpdir(), 'siklus-chromium.lock');
    execFileSync('flock', [lock, 'sh', '-c', install], { stdio: 'ignore', env });
    return '/usr/bin/chromium';
  } catch {
    throw new Error(
      'The browser tests need Chromium: set CHROMIUM_PATH, or install it (Debian: apt-get install chromium).',
    );
  }
}
