import type { INestApplication } from '@nestjs/common';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** `GET /api/v1/cycles/:cycle`, from the router of a running server. */
export function apiRoutesOf(app: INestApplication): string[] {
  const express = app.getHttpAdapter().getInstance() as {
    readonly router: { readonly stack: readonly Layer[] };
  };
  return express.router.stack
    .flatMap(({ route }) => (route ? [route] : []))
    .filter(({ path }) => /^\/api\//.test(path))
    .flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    .sort();
}
