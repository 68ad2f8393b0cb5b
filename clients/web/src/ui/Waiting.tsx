import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useI18n } from '../i18n/I18n';

/** Stands where content will be, in about its size; says so to those who can't see it. */
export function Waiting({ lines }: { lines: number }) {
  const { t } = useI18n();
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={18} width={`${100 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
