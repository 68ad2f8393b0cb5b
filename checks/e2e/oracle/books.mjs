import pg from 'pg';
import { portOf, secrets } from '../lib/stack.mjs';

/** The databases of the services that keep events. */
export const DATABASES = ['identity', 'account', 'inventory', 'billing'];

/** Asks a service's database, past the service. */
export async function query(database, sql, values = []) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: portOf('postgres'),
    database,
    user: database,
    password: secrets()[`database-${database}`],
  });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Stored events of one type, in the order in which they can be read. */
export function stored(type) {
  return query(
    'billing',
    'select aggregate_id as aggregate, n, id, payload from event where type = $1 order by xid, seq',
    [type],
  );
}

/** "50.00" or "50.0000" as a whole number of ten-thousandths, so that sums are exact. */
export function exact(amount) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(amount);
  return BigInt(sign + whole + fraction.padEnd(4, '0'));
}

export function sum(amounts) {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
