import { randomUUID } from 'node:crypto';

const TAGS = ['web', 'prod', 'staging', 'base-de-données', 'client-dupont', '=1+1', 'sauvegarde', 'k8s'];
const KINDS = ['vps', 'dedicated', 'gpu'];
const SITES = [
  ['NL', 'AMS1'],
  ['US', 'NYC2'],
];
const IMAGES = [
  ['debian-13', 'Debian 13', 'Debian'],
  ['debian-12', 'Debian 12', 'Debian'],
  ['ubuntu-26.04', 'Ubuntu 26.04 LTS', 'Ubuntu'],
  ['alma-10', 'AlmaLinux 10', 'AlmaLinux'],
];
const NAMES = {
  'power-on': ['Mise sous tension', 'Power-on'],
  'power-off': ['Arrêt', 'Power-off'],
  reboot: ['Redémarrage', 'Reboot'],
  reinstall: ['Réinstallation', 'Reinstallation'],
  'rescue-on': ['Démarrage en mode de secours', 'Start in rescue mode'],
  'rescue-off': ['Sortie du mode de secours', 'End of rescue mode'],
};
const ENDED = ['succeeded', 'failed', 'cancelled', 'timed-out'];

export const images = { items: IMAGES.map(([id, name, family]) => ({ id, name, family })) };

function serverAt(index) {
  const [location, datacenter] = SITES[index % 3 === 2 ? 1 : 0];
  const kind = KINDS[index % 5 === 4 ? 2 : index % 2];
  const statuses = { 3: 'suspended', 8: 'provisioning', 11: 'cancelled' };
  const ips = [`192.0.2.${index + 10}`, ...(index % 3 === 0 ? [`2001:db8::${(index + 10).toString(16)}`] : [])];
  return {
    number: String(10_420 + index),
    name: `${['web', 'db', 'cache', 'build'][index % 4]}-${String(index + 1).padStart(2, '0')}.hst-test.eu`,
    kind,
    location,
    datacenter,
    status: statuses[index] ?? 'active',
    overdue: index === 5 || index === 3,
    power: index % 6 === 1 ? 'off' : 'on',
    rescue: false,
    ips,
    tags: TAGS.filter((_, position) => (index + position) % 4 === 0),
    specification: {
      cpus: 1,
      cores: 4 * (1 + (index % 4)),
      ramGb: 16 * (1 + (index % 3)),
      diskGb: 480,
      ...(kind === 'gpu' && { gpu: 'L40S' }),
    },
    image: 'Debian 13',
    roles: index === 6 ? ['billing'] : ['admin', 'technical', 'billing'],
    createdAt: new Date(Date.UTC(2026, 3, 1 + index, 9)).toISOString(),
    reverseDns: index % 2 === 0 ? { [ips[0]]: `host-${index + 10}.hst-test.eu` } : {},
  };
}

/** The servers of one customer, and what is being done to them; `tell` pushes, `notice` makes a notice. */
export class Machines {
  servers = Array.from({ length: 40 }, (_, index) => serverAt(index));
  actions = [];

  constructor(person) {
    this.person = person;
    for (const [index, [type, state]] of [
      ['reboot', 'failed'],
      ['reinstall', 'succeeded'],
      ['power-off', 'cancelled'],
      ['rescue-on', 'timed-out'],
    ].entries()) {
      const at = (minutes) =>
        new Date(Date.now() - (3 - index) * 3_600_000 - 86_400_000 + minutes * 60_000).toISOString();
      const error = { code: 'machine-not-answering', detail: 'La machine n’a pas répondu à temps.' };
      this.actions.unshift({
        ...this.made(this.servers[7], type, type === 'reinstall' ? 'debian-13' : undefined),
        ...{
          state,
          progress: state === 'succeeded' ? 100 : 40,
          cancellable: false,
          requestedAt: at(0),
          finishedAt: at(2),
        },
        ...(state === 'failed' && { error }),
      });
    }
  }

  made(server, type, image) {
    const id = randomUUID();
    const requested = { requestedBy: this.person.user.id, requestedAt: new Date().toISOString() };
    return {
      id,
      type,
      server: server.number,
      state: 'requested',
      progress: 0,
      ...(image && { image }),
      ...requested,
      cancellable: true,
    };
  }

  find(number) {
    return this.servers.find((server) => server.number === number);
  }

  matching({ searchParams }) {
    const wanted = (name) => searchParams.get(name) ?? '';
    const search = wanted('search').toLowerCase();
    const [by, sign] = wanted('sort').startsWith('-') ? [wanted('sort').slice(1), -1] : [wanted('sort') || 'number', 1];
    const key = by === 'created' ? 'createdAt' : by;
    return this.servers
      .filter(({ location }) => !wanted('location') || location === wanted('location'))
      .filter(
        ({ status, overdue }) =>
          !wanted('status') || status === wanted('status') || (wanted('status') === 'overdue' && overdue),
      )
      .filter(({ number, ips, tags }) => [number, ...ips, ...tags].some((one) => one.toLowerCase().includes(search)))
      .sort((one, other) => sign * String(one[key]).localeCompare(String(other[key])));
  }

  start(server, type, image) {
    const action = this.made(server, type, image);
    this.actions.unshift(action);
    server.busyWith = action.id;
    this.tell(action);
    this.notice(action, 'requested', 'info', ['en cours', 'is under way']);
    const step = () => {
      if (ENDED.includes(action.state)) return;
      Object.assign(action, { state: 'running', progress: action.progress + 10, cancellable: action.progress < 50 });
      action.startedAt ??= new Date().toISOString();
      if (action.progress >= 100) this.end(action, 'succeeded');
      else {
        this.tell(action);
        setTimeout(step, 700);
      }
    };
    setTimeout(step, 500);
    return action;
  }

  end(action, state) {
    const server = this.find(action.server);
    Object.assign(action, { state, finishedAt: new Date().toISOString(), cancellable: false });
    delete server.busyWith;
    if (state === 'succeeded' && action.type.startsWith('power')) server.power = action.type.slice('power-'.length);
    if (state === 'succeeded' && action.type.startsWith('rescue')) server.rescue = action.type === 'rescue-on';
    if (state === 'succeeded' && action.image) server.image = action.image;
    this.tell(action);
    const words = state === 'succeeded' ? ['opération terminée', 'is done'] : ['opération annulée', 'was cancelled'];
    this.notice(action, state, state === 'succeeded' ? 'success' : 'info', words);
  }

  tell({ id, server, type, state, progress }) {
    this.person.push('action', { id, server, type, state, progress });
  }

  notice({ type, server }, code, severity, [fr, en]) {
    const [nameFr, nameEn] = NAMES[type];
    const text = {
      fr: `${nameFr} du serveur ${server}${fr === 'en cours' ? '' : ' :'} ${fr}.`,
      en: `${nameEn} of server ${server} ${en}.`,
    };
    this.person.notify({ severity, code: `server-action-${code}`, text, link: `/services/servers/${server}` });
  }
}
