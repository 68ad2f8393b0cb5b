import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asProblem } from '../api/problem';
import type { Server } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { sentenceOf } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import classes from './server.module.css';
import { useNameAddress } from './useChangeServer';

/** The server's addresses and the names that they lead back to. */
export function Addresses({ server, editable }: { server: Server; editable: boolean }) {
  const { t } = useI18n();
  return (
    <Section heading={t('server.addresses')}>
      <ul className={classes.addresses}>
        {server.ips.map((ip) => (
          <Address key={ip} ip={ip} server={server} editable={editable} />
        ))}
      </ul>
    </Section>
  );
}

function Address({ ip, server, editable }: { ip: string; server: Server; editable: boolean }) {
  const { t } = useI18n();
  const [editing, setEditing] = useState(false);
  const name = server.reverseDns?.[ip];
  return (
    <li>
      <code className={classes.ip}>{ip}</code>
      {editing ? (
        <NameForm ip={ip} name={name ?? ''} number={server.number} done={() => setEditing(false)} />
      ) : (
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <span className={name ? classes.name : classes.none}>{name ?? t('server.noName')}</span>
          {editable && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('server.renameOf', { ip })}
              onClick={() => setEditing(true)}
            >
              {t('server.rename')}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}

interface FormProps {
  ip: string;
  name: string;
  number: string;
  done: () => void;
}

function NameForm({ ip, name, number, done }: FormProps) {
  const { t } = useI18n();
  const [written, setWritten] = useState(name);
  const save = useNameAddress(number);
  const problem = save.error && asProblem(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ip, name: written.trim() }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={t('server.nameOf', { ip })}
        description={t('server.nameHint')}
        value={written}
        onChange={(event) => {
          setWritten(event.currentTarget.value);
          save.reset();
        }}
        error={problem && sentenceOf(problem, t)}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <Group gap="sm" mt="xs">
        <Button type="submit" size="xs" loading={save.isPending}>
          {t('account.save')}
        </Button>
        <Button size="xs" variant="default" onClick={done}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
