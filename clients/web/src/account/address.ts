const PARAMETER = 'edit';

/** The profile's address with its form open. */
export const EDIT_PROFILE = `/account?${PARAMETER}`;

export function isEditing(search: URLSearchParams): boolean {
  return search.has(PARAMETER);
}
