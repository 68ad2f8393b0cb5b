export const INVITATION_PAGE = '/invitation';
