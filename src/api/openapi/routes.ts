import { HttpStatus, RequestMethod, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Scope } from '../../people/scope.js';
import { Needs } from '../needs.js';
import { requests } from './requests.js';

/** A route as its controller declares it. */
export interface Declared {
  /** Controller and handler. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** `/api/v1/cycles/{cycle}` */
  readonly path: string;
  readonly scopes: readonly Scope[];
  /** When it succeeds. */
  readonly status: number;
  /** The name of the class of its body. */
  readonly body: string | null;
}

type Handler = (...values: never[]) => unknown;

export function routesOf(controller: Type): Declared[] {
  const base = (read(PATH_METADATA, controller) as string | undefined) ?? '';
  const prototype = controller.prototype as Record<string, Handler>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const verb = handler && (read(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || verb === undefined) return [];
    const method = RequestMethod[verb].toLowerCase() as Declared['method'];
    const own = (read(PATH_METADATA, handler) as string | undefined) ?? '';
    const usual = method === 'post' ? HttpStatus.CREATED : HttpStatus.OK;
    return {
      id: `${controller.name}.${name}`,
      method,
      path: `/${base}/${own}`.replace(/\/+$/, '').replaceAll(/:(\w+)/g, '{$1}'),
      scopes: (read(Needs.KEY, handler) as Scope[] | undefined) ?? [],
      status: (read(HTTP_CODE_METADATA, handler) as number | undefined) ?? usual,
      body: bodyOf(prototype, name),
    };
  });
}

function bodyOf(prototype: object, name: string): string | null {
  const types = Reflect.getMetadata('design:paramtypes', prototype, name) as Type[];
  return types.map((each) => each.name).find((each) => each in requests) ?? null;
}

function read(key: string, of: object): unknown {
  return Reflect.getMetadata(key, of);
}
