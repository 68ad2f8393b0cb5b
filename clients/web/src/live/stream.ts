/** What the gateway pushes, and how the connection fares. */
export interface StreamListener {
  /** Connected. `missed` says that events may have passed by before: no earlier event id was sent along. */
  opened: (missed: boolean) => void;
  /** Interrupted; `ended` says that the gateway refused, which it does when the session is over. */
  interrupted: (ended: boolean) => void;
  received: (type: StreamEvent, data: string) => void;
}

const EVENTS = ['balance', 'top-up', 'reset'] as const;
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
    source = new EventSource('/api/v1/stream');
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

  open();
  return () => {
    clearTimeout(reopening);
    source.close();
  };
}
