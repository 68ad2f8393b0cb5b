export const SWITCH_PAGE = '/account/switch';
