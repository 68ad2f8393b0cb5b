import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { Customer } from '../lib/customer.mjs';
import { journey } from '../lib/journey.mjs';
import { Moor } from '../lib/moor.mjs';
import { DEMO } from '../lib/stack.mjs';

describe('moor', () => {
  journey('is let in by a browser, reboots a server, and is logged out', { language: 'fr' }, async (visitor) => {
    const { page } = visitor;
    const moor = await Moor.unpack();
    await visitor.openPortal();
    await visitor.logIn(DEMO);
    const { number } = await new Customer(visitor).freeServer();

    const { page: question, ended } = await moor.logIn();
    await page.goto(question);
    await page.locator('#kc-login').waitFor();
    await visitor.picture('device');
    await page.locator('#kc-login').click();
    assert.equal(await ended, 0);

    const listed = await moor.run('servers', 'list', '--output', 'json');
    assert.equal(listed.code, 0, listed.said);
    assert.ok(JSON.parse(listed.output).items.some((server) => server.number === number));
    const rebooted = await moor.run('servers', 'reboot', number, '--wait', '--output', 'json');
    assert.equal(rebooted.code, 0, rebooted.said);
    assert.equal(JSON.parse(rebooted.output).state, 'succeeded');
    const unknown = await moor.run('servers', 'show', '1');
    assert.equal(unknown.code, 1, unknown.said);

    const sessions = await moor.run('sessions', 'list', '--output', 'csv');
    assert.match(sessions.output, /,true,/);
    assert.equal((await moor.run('logout')).code, 0);
    assert.equal((await moor.run('me')).code, 3);
    await moor.throwAway();
  });
});
