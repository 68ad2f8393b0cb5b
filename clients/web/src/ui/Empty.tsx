import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** An empty list: what it will hold, and what to do next. */
export function Empty({ text, hint, children }: { text: string; hint: string; children?: ReactNode }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600}>{text}</Text>
      <Text c="dimmed">{hint}</Text>
      {children}
    </Stack>
  );
}
