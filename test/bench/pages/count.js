// Preloaded into the server that is measured: counts what it says to PostgreSQL, and tells whoever started it.
import { createRequire } from 'node:module';
import { URL } from 'node:url';

// The product's own: the benchmarks have another one, for the peers that they compare with.
const pg = createRequire(new URL('../../../package.json', import.meta.url))('pg');

let statements = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(...parameters) {
  statements += 1;
  return query.apply(this, parameters);
};
process.on('message', () => process.send?.({ statements }));
// Nobody who asks is no reason to stay.
process.channel?.unref();
