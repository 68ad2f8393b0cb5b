/**
 * Who may use each operation of the interface, written down from the product book and not from the code: the access matrix is
 * held against it, and an operation without a row fails it.
 *
 * - `needs`: these permissions on the acting account; none means that any access to it will do
 * - `person`: the user themselves must have logged in, an API token isn't enough
 */
const any = { needs: [] };
const needs = (...permissions) => ({ needs: permissions });
const person = { needs: [], person: true };

export const ACCESS = {
  getStream: any,
  getAccount: any,
  patchAccount: needs('account:manage'),
  getAccountPreferences: needs('account:manage'),
  putAccountPreferences: needs('account:manage'),
  getNotifications: any,
  postNotificationsRead: any,
  getEmails: needs('account:manage'),
  getEmailsById: needs('account:manage'),
  getActivity: any,
  getActivityVerification: any,

  getBalance: needs('billing:read'),
  getStatement: needs('billing:read'),
  getTopUps: needs('billing:read'),
  getTopUpsById: needs('billing:read'),
  getTopUpMethods: needs('billing:read'),
  postTopUps: needs('billing:pay'),

  getServices: needs('services:read'),
  getServers: needs('services:read'),
  getServersByNumber: needs('services:read'),
  getServersByNumberImages: needs('services:read'),
  putServersByNumberTags: needs('services:manage'),
  putServersByNumberReverseDns: needs('services:manage'),
  postServersByNumberActions: needs('services:manage'),
  getActions: needs('services:read'),
  getActionsById: needs('services:read'),
  postActionsByIdCancel: needs('services:manage'),
  postActionsByIdRetry: needs('services:manage'),

  getUsers: needs('users:manage'),
  putUsersById: needs('users:manage'),
  deleteUsersById: needs('users:manage'),
  getInvitations: needs('users:manage'),
  postInvitations: needs('users:manage'),
  deleteInvitationsById: needs('users:manage'),
  postInvitationsByIdResend: needs('users:manage'),
  getPermissionSets: needs('users:manage'),
  getApiTokens: person,
  postApiTokens: person,
  deleteApiTokensById: person,

  getMe: any,
  getMeSecurity: person,
  putMeSecurity: person,
  putMeSecurityPhone: person,
  postMeSecurityPhoneVerify: person,
  postMeSecurityPhoneResend: person,
  deleteMeSecurityPhone: person,
  deleteMeSecurityTotpById: person,
  deleteMeSecurityPasskeysById: person,
  deleteMeSecurityRecoveryCodes: person,
  getMeSessions: person,
  deleteMeSessions: person,
  deleteMeSessionsById: person,
  getMeApplications: person,
  deleteMeApplicationsById: person,
  getDelegations: person,
  deleteDelegationsById: person,
  postInvitationsAccept: person,
};
