import { fr, type TextKey } from '../i18n/fr';
import type { Translate } from '../i18n/I18n';

/** What the platform is known to write down; the filter offers these. Work on a server goes by its kind. */
export const KNOWN_ACTIONS = [
  'log-in',
  'log-out',
  'profile-change',
  'preferences-change',
  'notifications-read',
  'top-up-request',
  'server-action',
  'server-power-on',
  'server-power-off',
  'server-reboot',
  'server-reinstall',
  'server-rescue-on',
  'server-rescue-off',
  'server-tags-change',
  'server-reverse-dns-change',
  'action-cancel',
  'action-retry',
  'preferred-factor-change',
  'phone-change',
  'phone-code-send',
  'phone-remove',
  'totp-remove',
  'passkey-remove',
  'recovery-codes-remove',
  'session-end',
  'other-sessions-end',
  'application-withdraw',
  'user-invite',
  'invitation-resend',
  'invitation-withdraw',
  'invitation-accept',
  'user-access-change',
  'user-remove',
  'delegation-leave',
  'api-token-create',
  'api-token-revoke',
  'servers-export',
  'statement-export',
  'activity-export',
];

/** An action in words; one that the portal does not know yet goes by its own name. */
export function actionInWords(action: string, t: Translate): string {
  const keys = [`activity.action.${action}`, `action.type.${action.replace(/^server-/, '')}`];
  const key = keys.find((one) => one in fr);
  return key ? t(key as TextKey) : action;
}
