import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;

/**
 * A search box whose text stands in the address: it is written there once the reader pauses, and taken from there when
 * the address changes by itself, as by the back button.
 */
export function useSearchBox(inAddress: string, writeToAddress: (text: string) => void) {
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);
  const write = useDebouncedCallback((next: string) => {
    written.current = next.trim();
    writeToAddress(next.trim());
  }, PAUSE_MS);

  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  return {
    text,
    type: (next: string) => {
      setText(next);
      write(next);
    },
  };
}
