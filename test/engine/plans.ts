import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { saidBy, type Said } from './statements.js';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** How a database comes by what it is asked for. */
export interface Access {
  /** Tables that are read from their first row to their last. */
  readonly whole: readonly string[];
  readonly indexes: readonly string[];
}

/** How the database comes by what some work asks of it, as it would with the very same parameters. */
export async function accessOf(
  app: INestApplicationContext,
  work: () => Promise<unknown>,
): Promise<Access> {
  const said = (await saidBy(app, work)).filter(({ statement }) => isPlanned.test(statement));
  const nodes: PlanNode[] = [];
  for (const each of said) nodes.push(...(await planOf(app, each)));
  const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
  return {
    whole: sorted(whole.map((node) => node['Relation Name'])),
    indexes: sorted(nodes.map((node) => node['Index Name'])),
  };
}

/** What is neither the bounds of a transaction nor a lock. */
const isPlanned = /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE)\b/;

async function planOf(
  app: INestApplicationContext,
  { statement, parameters }: Said,
): Promise<PlanNode[]> {
  const rows = await app
    .get(DataSource)
    .query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
      `EXPLAIN (FORMAT JSON) ${statement}`,
      parameters,
    );
  return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan)));
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function sorted(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}
