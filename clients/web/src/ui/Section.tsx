import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  heading: string;
  /** Stands at the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A card with a heading of its own. */
export function Section({ heading, aside, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="lg">
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} size="h4" id={id}>
          {heading}
        </Title>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}
