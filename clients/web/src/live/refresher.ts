import type { QueryClient } from '@tanstack/react-query';

const PAUSE_MS = 1000;

/**
 * Asks anew for what events say has changed: at once, and then at most each second, however many events come. A thousand
 * actions at once, or an hour of events after sleep, are so a few requests.
 */
export class Refresher {
  private readonly queries: QueryClient;
  private readonly waiting = new Set<string>();
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(queries: QueryClient) {
    this.queries = queries;
  }

  /** Everything whose key starts with one of these has changed. */
  changed(...roots: string[]): void {
    for (const root of roots) this.waiting.add(root);
    if (this.pause === undefined) this.ask();
  }

  stop(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.waiting.clear();
  }

  private readonly ask = () => {
    this.pause = undefined;
    if (this.waiting.size === 0) return;
    for (const root of this.waiting) void this.queries.invalidateQueries({ queryKey: [root] });
    this.waiting.clear();
    this.pause = setTimeout(this.ask, PAUSE_MS);
  };
}
