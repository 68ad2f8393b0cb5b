const LOOK_AGAIN_MS = 5000;

/** For lists that nothing is pushed for: looks again by itself as long as only the first page is shown. */
export function lookAgain({ state }: { state: { data?: { pages: unknown[] } | undefined } }): number | false {
  return state.data?.pages.length === 1 ? LOOK_AGAIN_MS : false;
}
