export const TOKENS_PAGE = '/account/api-tokens';
