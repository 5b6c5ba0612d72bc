import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { saidBy, type Said } from './statements.js';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
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
  for (const each of said) nodes.push(...(await planOf(app.get(DataSource), each)));
  const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
  return {
    whole: sorted(whole.map((node) => node['Relation Name'])),
    indexes: sorted(nodes.map((node) => node['Index Name'])),
  };
}

/** What is neither the bounds of a transaction nor a lock. */
const isPlanned = /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE)\b/;

/** The most rows that any part of a plan goes through when some work is done once more, and then undone. */
export async function mostRowsRead(
  app: INestApplicationContext,
  work: () => Promise<unknown>,
): Promise<number> {
  const said = await saidBy(app, work);
  const session = app.get(DataSource).createQueryRunner();
  await session.startTransaction();
  try {
    const nodes: PlanNode[] = [];
    for (const each of said) {
      if (isPlanned.test(each.statement))
        nodes.push(...(await planOf(session.manager, each, 'ANALYZE, ')));
      else if (each.statement.startsWith('SET LOCAL')) await session.query(each.statement);
    }
    return Math.max(...nodes.map(rowsRead));
  } finally {
    await session.rollbackTransaction();
    await session.release();
  }
}

function rowsRead(node: PlanNode): number {
  const rows = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
  return rows * (node['Actual Loops'] ?? 1);
}

async function planOf(
  session: Pick<EntityManager, 'query'>,
  { statement, parameters }: Said,
  how = '',
): Promise<PlanNode[]> {
  const rows = await session.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
    `EXPLAIN (${how}FORMAT JSON) ${statement}`,
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
