// Compiles src and migrations to dist, when something in them has changed since the last time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const sources = ['src', 'migrations'];
const stamp = join('dist', '.stamp');
const now = fingerprint();

// In an image that takes the dependencies first, there is nothing to build yet.
if (sources.every((folder) => existsSync(folder)) && !isBuilt()) build();

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
}

/** Beside the old one and then in its place: a process that runs from dist never sees half of it. */
function build() {
  const fresh = `dist.${process.pid}`;
  const old = `${fresh}.old`;
  try {
    execFileSync(
      process.execPath,
      [
        join('node_modules', '@swc', 'cli', 'bin', 'swc.js'),
        ...sources,
        '--out-dir',
        fresh,
        '--quiet',
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    writeFileSync(join(fresh, '.stamp'), now);
    if (existsSync('dist')) renameSync('dist', old);
    renameSync(fresh, 'dist');
  } catch (error) {
    // Another build of the same sources may have come first: then there is nothing left to do.
    if (!isBuilt()) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [
    '.swcrc',
    'package-lock.json',
    ...sources.filter((folder) => existsSync(folder)).flatMap(filesIn),
  ]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
