import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { packageRoot } from '../../../dist/src/platform/package-root.js';
import { freePort } from '../../servers/redis.js';

/** As a demonstration, where one signs in by choosing who one is, and where we set the clock. */
export async function serve(databaseUrl, dataFolder) {
  const port = await freePort();
  const child = fork(join(packageRoot, 'dist', 'src', 'main.js'), {
    env: {
      PATH: process.env.PATH ?? '',
      ...{ DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder, PORT: String(port) },
    },
    execArgv: ['--import', new URL('count.js', import.meta.url).href],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('Berikutnya') && resolve());
    child.once('exit', (status) => reject(new Error(`the server ended: ${status}`)));
  });
  const statements = async () => {
    child.send('count');
    const [{ statements: count }] = await once(child, 'message');
    return count;
  };
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { origin: `http://127.0.0.1:${port}`, statements, stop };
}

/** The peer: the same bytes from a server that does nothing for them. */
export async function serveBare(page) {
  const child = fork(fileURLToPath(new URL('bare.js', import.meta.url)));
  child.send({ page });
  const [{ port }] = await once(child, 'message');
  return { origin: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}

export async function signIn(origin, email) {
  const answer = await fetch(`${origin}/demonstrasi/peran`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin } },
    body: new URLSearchParams({ email }),
  });
  if (answer.status !== 303) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
