import type { LogInSession } from '../api/types';
import type { Translate } from '../i18n/I18n';

export type DeviceKind = 'terminal' | 'phone' | 'computer';

const MOBILE = /phone|mobile|tablet|ipad|android|\bios\b/i;

/** As it is told, less what only says that nothing is known; of a version the first number is enough. */
function known(told: string | undefined): string {
  const name = (told ?? '').replace(/\/unknown$/i, '').replace(/\/(\d+)[\d.]*$/, ' $1');
  return /^(other|unknown)$/i.test(name) ? '' : name;
}

/** What a log-in is used on, as far as it can be told. */
export function deviceOf({ client, device, system }: LogInSession): DeviceKind {
  if (client === 'cli') return 'terminal';
  return client === 'app' || MOBILE.test(`${device} ${system}`) ? 'phone' : 'computer';
}

/** By what its user recognises a log-in: the browser and the system, as far as they are known. */
export function nameOf({ client, browser, system }: LogInSession, t: Translate): string {
  const program = client === 'portal' ? known(browser) : t(`security.client.${client}`);
  return [program, known(system)].filter(Boolean).join(' · ') || t('security.unknownDevice');
}

/** What else is known of it: the device, and where it is. */
export function placeOf({ device, address }: LogInSession): string {
  return [known(device), address].filter(Boolean).join(' · ');
}
