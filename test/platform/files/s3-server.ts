import { createRequire } from 'node:module';
import type { S3Settings } from '../../../src/platform/evidence-settings.js';

interface Context {
  readonly path: string;
  readonly app: { allowMismatchedSignatures: boolean };
}

interface S3rver {
  readonly middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[];
  run(): Promise<{ readonly port: number }>;
  close(): Promise<void>;
}

// It has no types of its own.
const Server = createRequire(import.meta.url)('@20minutes/s3rver') as new (
  options: Readonly<Record<string, unknown>>,
) => S3rver;

export const bucket = 'bukti-spbe';

export interface S3Server {
  /** Settings that reach it; it takes these keys only. */
  settings(incoming: string, more?: Partial<S3Settings>): S3Settings;
  stop(): Promise<void>;
}

/** A real server that speaks S3, signatures included, and keeps its objects in the folder. */
export async function startS3(directory: string): Promise<S3Server> {
  const server = new Server({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  // It forgets the slash behind the bucket when it checks the signature of a listing: that one alone is let pass.
  server.middleware.unshift((context, next) => {
    context.app.allowMismatchedSignatures = context.path === `/${bucket}/`;
    return next();
  });
  const { port } = await server.run();
  return {
    settings: (incoming, more = {}) => ({
      kind: 's3',
      bucket,
      prefix: '2025/',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      pathStyle: true,
      incoming,
      ...more,
    }),
    stop: () => server.close(),
  };
}
