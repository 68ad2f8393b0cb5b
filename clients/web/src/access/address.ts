export const USERS_PAGE = '/account/users';
