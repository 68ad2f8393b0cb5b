import { Badge } from '@mantine/core';

/** A state by colour and word. */
export function StateBadge({ color, children }: { color: 'green' | 'yellow' | 'gray' | 'petrol'; children: string }) {
  return (
    <Badge color={color} variant="light" size="lg" fz="xs" fw={600} tt="none">
      {children}
    </Badge>
  );
}
