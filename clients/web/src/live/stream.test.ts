import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource';
import { listen } from './stream';

describe('the push stream', () => {
  const opened = vi.fn();
  const interrupted = vi.fn();
  const received = vi.fn();
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.clearAllMocks();
  });

  it('may have missed events when it is new, not when the browser resumes it', () => {
    const stop = listen({ opened, interrupted, received });
    FakeEventSource.latest.open();
    FakeEventSource.latest.fail(FakeEventSource.CONNECTING);
    FakeEventSource.latest.open();
    expect(opened.mock.calls).toEqual([[true], [false]]);
    expect(interrupted.mock.calls).toEqual([[false]]);
    expect(FakeEventSource.opened).toHaveLength(1);
    stop();
  });

  it('is opened anew after a refusal, until nobody listens any more', () => {
    const stop = listen({ opened, interrupted, received });
    FakeEventSource.latest.fail(FakeEventSource.CLOSED);
    expect(interrupted).toHaveBeenLastCalledWith(true);
    vi.runOnlyPendingTimers();
    expect(FakeEventSource.opened).toHaveLength(2);
    FakeEventSource.latest.fail(FakeEventSource.CLOSED);
    stop();
    vi.runOnlyPendingTimers();
    expect(FakeEventSource.opened).toHaveLength(2);
  });

  it('lets go of its connection when the page is left, since the browser may keep the page', () => {
    const stop = listen({ opened, interrupted, received });
    FakeEventSource.latest.open();
    window.dispatchEvent(new Event('pagehide'));
    expect(FakeEventSource.latest.readyState).toBe(FakeEventSource.CLOSED);
    vi.runOnlyPendingTimers();
    expect(FakeEventSource.opened).toHaveLength(1);
    stop();
  });

  it('hands on the events that it knows', () => {
    const stop = listen({ opened, interrupted, received });
    FakeEventSource.latest.push('top-up', { id: 't1', state: 'completed' });
    FakeEventSource.latest.push('ticket', {});
    expect(received.mock.calls).toEqual([['top-up', '{"id":"t1","state":"completed"}']]);
    stop();
  });
});
