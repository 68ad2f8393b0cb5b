import { ME } from './FakeGateway';

export const SERVER = {
  number: '10427',
  name: 'web-08.hst-test.eu',
  kind: 'dedicated',
  location: 'NL',
  datacenter: 'AMS1',
  status: 'active',
  overdue: false,
  power: 'on',
  rescue: false,
  ips: ['192.0.2.17'],
  tags: ['web'],
  specification: { cpus: 1, cores: 8, ramGb: 32, diskGb: 480 },
  image: 'Debian 13',
  roles: ['admin', 'technical', 'billing'],
  createdAt: '2026-04-08T09:00:00Z',
  reverseDns: { '192.0.2.17': 'host-17.hst-test.eu' },
};

export const REBOOT = {
  id: 'a1',
  type: 'reboot',
  server: '10427',
  state: 'requested',
  progress: 0,
  requestedBy: 'demo',
  requestedAt: '2026-11-25T10:00:00Z',
  cancellable: true,
};

export const list = (...items: object[]) => ({ items, next: null });

/** The demo user, allowed this much only. */
export function meWith(...permissions: string[]) {
  return { ...ME, accounts: [{ ...ME.accounts[0], permissions }] };
}
