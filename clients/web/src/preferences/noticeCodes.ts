/** The notices that there are, in groups as they are shown. */
export const NOTICE_CODES = {
  servers: [
    'server-action-requested',
    'server-action-succeeded',
    'server-action-failed',
    'server-action-cancelled',
    'server-action-timed-out',
  ],
  payment: ['server-overdue', 'server-suspended', 'server-in-order'],
  topUps: ['top-up-completed', 'top-up-failed', 'top-up-review'],
} as const;

export type NoticeGroup = keyof typeof NOTICE_CODES;
