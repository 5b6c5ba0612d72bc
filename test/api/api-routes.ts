import type { INestApplication } from '@nestjs/common';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** `GET /opd/:cycle/:unit`, and all else that the router of a running server knows. */
export function routesOf(app: INestApplication): string[] {
  const express = app.getHttpAdapter().getInstance() as {
    readonly router: { readonly stack: readonly Layer[] };
  };
  return express.router.stack
    .flatMap(({ route }) => (route ? [route] : []))
    .flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
}

export function apiRoutesOf(app: INestApplication): string[] {
  return routesOf(app)
    .filter((route) => / \/api\//.test(route))
    .sort();
}
