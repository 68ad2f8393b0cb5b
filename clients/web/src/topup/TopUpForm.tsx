import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import type { TopUpMethod } from '../api/types';
import type { TextKey } from '../i18n/fr';
import { useI18n } from '../i18n/I18n';
import { ProblemNotice } from '../ui/ProblemNotice';
import { isLess, parseAmount } from './amount';
import { MethodChoice } from './MethodChoice';
import classes from './topup.module.css';
import { useRequestTopUp } from './useRequestTopUp';

interface Props {
  methods: TopUpMethod[];
  cancel: () => void;
}

/** The wish for a top-up. Limits are hinted at while typing; whether they hold is the server's to say. */
export function TopUpForm({ methods, cancel }: Props) {
  const { t, format } = useI18n();
  const request = useRequestTopUp();
  const field = useRef<HTMLInputElement>(null);
  // The window may have been open before there was anything to fill in.
  useEffect(() => field.current?.focus(), []);
  const [written, setWritten] = useState('');
  const [complaint, setComplaint] = useState<TextKey>();
  const [method, setMethod] = useState(methods[0]?.method);
  const chosen = methods.find((one) => one.method === method);
  if (!chosen) return <Text>{t('topUp.noMethods')}</Text>;

  const { minimum, maximum } = chosen;
  const problem = request.error && asProblem(request.error);
  const amountRefused = problem?.detail && problem.code.startsWith('amount-') ? problem.detail : undefined;

  const hint = () => {
    const amount = amountRefused ? undefined : parseAmount(written);
    if (amount && isLess(amount, minimum.amount)) return t('topUp.belowMinimum', { minimum: format.money(minimum) });
    if (amount && isLess(maximum.amount, amount)) return t('topUp.aboveMaximum', { maximum: format.money(maximum) });
    return t('topUp.limits', { minimum: format.money(minimum), maximum: format.money(maximum) });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const amount = parseAmount(written);
    setComplaint(amount ? undefined : written.trim() ? 'topUp.amountUnclear' : 'topUp.amountMissing');
    const wish = amount && { amount: { amount, currency: minimum.currency }, method: chosen.method };
    if (wish) request.mutate(wish, { onError: () => field.current?.focus() });
    else field.current?.focus();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          ref={field}
          label={t('topUp.amount', { currency: minimum.currency })}
          description={hint()}
          error={complaint ? t(complaint) : amountRefused}
          value={written}
          onChange={(event) => {
            setWritten(event.currentTarget.value);
            setComplaint(undefined);
            request.reset();
          }}
          inputMode="decimal"
          autoComplete="off"
          size="md"
        />
        <MethodChoice methods={methods} value={chosen.method} choose={setMethod} />
        {problem && !amountRefused && <ProblemNotice problem={problem} />}
        <Group justify="flex-end" className={classes.actions}>
          <Button variant="default" onClick={cancel}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={request.isPending || request.isSuccess}>
            {t('topUp.pay')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
