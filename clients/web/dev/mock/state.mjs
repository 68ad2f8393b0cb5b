import { randomUUID } from 'node:crypto';
import { Machines } from './machines.mjs';
import { letters } from './letters.mjs';
import { Security } from './security.mjs';

const eur = (cents) => ({ amount: (cents / 100).toFixed(2), currency: 'EUR' });
const cents = (money) => Math.round(Number(money.amount) * 100);
const emptyAddress = { line1: '', line2: '', postalCode: '', city: '', country: '' };

class Person {
  streams = new Set();
  statement = [];
  topUps = [];
  notices = [];
  activity = [];
  mails = letters;
  emailFor = ['server-action-failed'];
  cents = 0;

  constructor(login, given, family, language, email) {
    this.user = { id: randomUUID(), login, name: `${given} ${family}`, email, language };
    const opened = { openedAt: new Date().toISOString(), currency: 'EUR', language };
    const names = { firstName: given, lastName: family, email, phone: '', company: '', vatNumber: '' };
    const handle = `nn${Date.now() % 100_000}-mo`;
    this.account = { handle, kind: 'customer', status: 'active', ...opened, ...names, address: emptyAddress };
    this.machines = new Machines(this);
    this.security = new Security();
  }

  get balance() {
    const pending = this.topUps.filter(({ state }) => state === 'pending').map(({ amount }) => cents(amount));
    return { balance: eur(this.cents), pending: eur(pending.reduce((sum, one) => sum + one, 0)) };
  }

  book(kind, amount, reference, at = new Date()) {
    this.cents += cents(amount);
    const line = {
      id: randomUUID(),
      at: at.toISOString(),
      kind,
      reference,
      method: kind === 'top-up' ? 'sandbox' : '',
    };
    this.statement.unshift({ ...line, amount, balance: eur(this.cents) });
  }

  settle(topUp, state) {
    topUp.state = state;
    if (state === 'completed') {
      topUp.completedAt = new Date().toISOString();
      this.book('top-up', topUp.amount, topUp.id);
      this.push('balance', { account: this.account.handle, balance: this.balance.balance });
    }
    this.push('top-up', { id: topUp.id, state });
  }

  notify({ text, ...notice }, at = new Date().toISOString(), read = false) {
    const id = randomUUID();
    this.notices.unshift({ id, ...notice, text, at, read });
    this.push('notification', { id, ...notice, text, at });
  }

  /** What the action log keeps of a call. */
  log(action, target, outcome, code, { at = new Date().toISOString(), current = true } = {}) {
    const { user, account } = this;
    const who = {
      user: { id: user.id, login: user.login },
      account: account.handle,
      session: 's1',
      address: '198.51.100.7',
    };
    const entry = { id: randomUUID(), n: this.activity.length + 1, at, ...who, current, action, target, outcome };
    this.activity.unshift({ ...entry, ...(code && { code }), status: code ? 409 : 200, correlation: randomUUID() });
  }

  push(event, data) {
    for (const stream of this.streams)
      stream.write(`id: ${Date.now()}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}

const known = new Map();
const sessions = new Map();

export const people = {
  bySession: (session) => sessions.get(session),
  /** Logs in, in the session that there is already if somebody logs in once more. */
  logIn(login, current) {
    const person = known.get(login) ?? people.register(login, login, 'Test', 'en', `${login}@example.eu`);
    person.security.logIn();
    if (sessions.get(current) === person) return current;
    const session = randomUUID();
    sessions.set(session, person);
    return session;
  },
  known: (login) => known.get(login),
  logOut: (session) => sessions.delete(session),
  /** A new person's account takes a moment, as it does behind the real gateway. */
  register(login, given, family, language, email) {
    const person = new Person(login, given, family, language, email);
    person.openFrom = Date.now() + 2500;
    known.set(login, person);
    return person;
  },
};

const demo = people.register('demo', 'Camille', 'Durand', 'fr', 'demo@hst-test.eu');
demo.openFrom = 0;
demo.security.fill();
Object.assign(demo.account, { handle: 'xx11111-mo', phone: '+33 6 12 34 56 78', company: 'Atelier Durand SARL' });
demo.account.address = { line1: '12 quai de la Fosse', line2: '', postalCode: '44000', city: 'Nantes', country: 'FR' };
for (let day = 40; day > 0; day -= 1) {
  const at = new Date(Date.UTC(2026, 9, 1, 8, 30) + (40 - day) * 86_400_000);
  const id = randomUUID();
  if (day % 4 === 0) demo.book('adjustment', eur(-1250 - day * 7), id, at);
  else demo.book('top-up', eur(2000 + day * 150), id, at);
  if (day % 4 === 1) {
    const state = ['completed', 'failed', 'expired', 'review'][day % 3 === 0 ? day % 4 : 0];
    demo.topUps.unshift({ id, amount: eur(2000 + day * 150), method: 'sandbox', state, createdAt: at.toISOString() });
  }
}
['failed', 'expired', 'review'].forEach((state, index) => {
  const createdAt = new Date(Date.UTC(2026, 10, 12 + index, 9, 5)).toISOString();
  demo.topUps.unshift({ id: randomUUID(), amount: eur(7500), method: 'sandbox', state, createdAt });
});

const hoursAgo = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();
[
  [
    'warning',
    'server-overdue',
    'Le paiement du serveur 10425 est en retard.',
    'The payment of server 10425 is overdue.',
  ],
  [
    'success',
    'top-up-completed',
    'Votre recharge de 50,00 EUR est sur votre solde.',
    'Your top-up of 50.00 EUR is on your balance.',
  ],
  [
    'error',
    'server-action-failed',
    'Redémarrage du serveur 10427 : l’opération a échoué.',
    'Reboot of server 10427: it failed.',
  ],
].forEach(([severity, code, fr, en], index) => {
  const notice = { severity, code, text: { fr, en }, link: '/services/servers/10427' };
  demo.notify(notice, hoursAgo(9 - index * 2), index === 1);
});
[
  ['log-in', '', 'succeeded'],
  ['server-action', '10427', 'refused', 'server-busy'],
  ['server-tags-change', '10422', 'succeeded'],
  ['POST /orders/{id}', '77', 'failed', 'service-unavailable'],
  ['top-up-request', 'chk_19', 'unknown'],
].forEach(([action, target, outcome, code], index) =>
  demo.log(action, target, outcome, code, { at: hoursAgo(30 - index), current: index === 4 }),
);
