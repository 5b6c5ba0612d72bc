import type { INestApplicationContext, Type } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';

/** What a route reads, as far as its handler says so. */
export interface Declared {
  readonly query: readonly string[];
  readonly fields: readonly string[];
}

/** Of Nest's kinds of what a handler is given. */
const bodyKind = 3;
const queryKind = 4;

type Handler = (...values: never[]) => unknown;
type Arguments = Readonly<Record<string, { readonly index: number; readonly data?: string }>>;

/** By `GET /opd/:cycle/:unit`, for every controller that the server has. */
export function declaredIn(app: INestApplicationContext): ReadonlyMap<string, Declared> {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = modules.flatMap((each) => [...each.controllers.values()]);
  return new Map(controllers.flatMap(({ metatype }) => routesOf(metatype as Type)));
}

function routesOf(controller: Type): [string, Declared][] {
  const prototype = controller.prototype as Record<string, Handler>;
  return Object.getOwnPropertyNames(prototype).flatMap((name): [string, Declared][] => {
    const handler = prototype[name];
    const verb = handler && (read(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || verb === undefined) return [];
    const parts = [read(PATH_METADATA, controller), read(PATH_METADATA, handler)].join('/');
    const path = `/${parts}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const given = argumentsOf(controller, name);
    const query = given.filter(({ kind }) => kind === queryKind).flatMap(({ names }) => names);
    const fields = given.filter(({ kind }) => kind === bodyKind).flatMap(({ names }) => names);
    return [[`${RequestMethod[verb]} ${path}`, { query, fields }]];
  });
}

function argumentsOf(controller: Type, name: string) {
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as
    readonly Type[] | undefined;
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Arguments;
  return Object.entries(given).map(([key, { index, data }]) => ({
    kind: Number(key.split(':')[0]),
    names: data === undefined ? propertiesOf(types?.[index]) : [data],
  }));
}

function propertiesOf(type: Type | undefined): string[] {
  if (type === undefined) return [];
  const all = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return [...new Set(all.map(({ propertyName }) => propertyName))];
}

function read(key: string, of: object): unknown {
  return Reflect.getMetadata(key, of);
}
