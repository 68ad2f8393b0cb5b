import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { Refresher } from './refresher';

describe('asking anew', () => {
  const queries = new QueryClient();
  let asked: MockInstance<QueryClient['invalidateQueries']>;
  const roots = () => asked.mock.calls.map(([filter]) => filter?.queryKey?.[0]);
  beforeEach(() => {
    vi.useFakeTimers();
    asked = vi.spyOn(queries, 'invalidateQueries');
  });
  afterEach(() => void vi.useRealTimers());

  it('happens at once for the first event, and once more for the thousand that follow within a second', () => {
    const refresher = new Refresher(queries);
    for (let event = 0; event < 1000; event += 1) refresher.changed('inventory');
    expect(roots()).toEqual(['inventory']);
    vi.advanceTimersByTime(1000);
    expect(roots()).toEqual(['inventory', 'inventory']);
    vi.advanceTimersByTime(10_000);
    expect(roots()).toHaveLength(2);
  });

  it('forgets nothing of what changes meanwhile', () => {
    const refresher = new Refresher(queries);
    refresher.changed('inventory');
    refresher.changed('notices', 'activity');
    vi.advanceTimersByTime(1000);
    expect(roots()).toEqual(['inventory', 'notices', 'activity']);
  });

  it('ends when nobody looks any more', () => {
    const refresher = new Refresher(queries);
    refresher.changed('inventory', 'notices');
    refresher.changed('activity');
    refresher.stop();
    vi.advanceTimersByTime(10_000);
    expect(roots()).toEqual(['inventory', 'notices']);
  });
});
