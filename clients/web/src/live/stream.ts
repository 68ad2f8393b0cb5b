import { actingNow } from '../api/acting';
import { address } from '../api/client';

/** What the gateway pushes, and how the connection fares. */
export interface StreamListener {
  /** Connected. `missed` says that events may have passed by before: no earlier event id was sent along. */
  opened: (missed: boolean) => void;
  /** Interrupted; `ended` says that the gateway refused, which it does when the session is over. */
  interrupted: (ended: boolean) => void;
  received: (type: StreamEvent, data: string) => void;
}

const EVENTS = ['balance', 'top-up', 'action', 'notification', 'reset'] as const;
export type StreamEvent = (typeof EVENTS)[number];

const REOPEN_AFTER_MS = 3000;

/**
 * Listens to the push stream until the returned function is called. The browser itself reconnects a lost connection and
 * sends the last event's id; only after a refusal, which ends an EventSource for good, a new one is opened here.
 */
export function listen(listener: StreamListener): () => void {
  let source: EventSource;
  let reopening: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    let resumes = false;
    // An EventSource sends no headers of ours.
    source = new EventSource(address('/api/v1/stream', {}, { account: actingNow().account?.handle }));
    source.onopen = () => {
      listener.opened(!resumes);
      resumes = true;
    };
    source.onerror = () => {
      const ended = source.readyState === EventSource.CLOSED;
      if (ended) reopening = setTimeout(open, REOPEN_AFTER_MS);
      listener.interrupted(ended);
    };
    for (const type of EVENTS) {
      source.addEventListener(type, (event: MessageEvent<string>) => listener.received(type, event.data));
    }
  };

  const close = () => {
    clearTimeout(reopening);
    source.close();
  };

  open();
  // The browser keeps pages that are left, for its back button, and their connections with them: after six of them
  // nothing else would get through. A page that is brought back loads itself anew (`reloadWhenBroughtBack`).
  window.addEventListener('pagehide', close);
  return () => {
    window.removeEventListener('pagehide', close);
    close();
  };
}
