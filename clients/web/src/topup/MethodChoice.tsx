import { Group, Radio, Stack, Text } from '@mantine/core';
import type { TopUpMethod } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { useMethodName } from './useMethodName';
import classes from './topup.module.css';

interface Props {
  methods: TopUpMethod[];
  value: string;
  choose: (method: string) => void;
}

export function MethodChoice({ methods, value, choose }: Props) {
  const { t } = useI18n();
  const name = useMethodName();
  return (
    <Radio.Group label={t('topUp.method')} value={value} onChange={choose}>
      <Stack gap="xs" mt={6}>
        {methods.map(({ method }) => (
          <Radio.Card key={method} value={method} className={classes.method}>
            <Group wrap="nowrap" align="flex-start">
              <Radio.Indicator />
              <div>
                <Text fw={600}>{name(method)}</Text>
                {method === 'sandbox' && (
                  <Text size="sm" c="dimmed">
                    {t('topUp.methodSandboxHint')}
                  </Text>
                )}
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
