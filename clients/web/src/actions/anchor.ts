/** The id of an action's place on its server's page, so that it can be linked to. */
export function anchorOf(action: string): string {
  return `action-${action}`;
}
