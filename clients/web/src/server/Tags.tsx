import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import type { Server } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { TagChips } from '../servers/TagChips';
import { CrossIcon } from '../ui/icons';
import { sentenceOf } from '../ui/ProblemNotice';
import { Section } from '../ui/Section';
import classes from './server.module.css';
import { useChangeTags } from './useChangeServer';

/** The server's tags, by which it is found in the list: added and taken away one by one. */
export function Tags({ server, editable }: { server: Server; editable: boolean }) {
  const { t } = useI18n();
  return (
    <Section heading={t('servers.tags')}>
      {editable ? <TagForm server={server} /> : <TagChips tags={server.tags} />}
    </Section>
  );
}

function TagForm({ server: { number, tags } }: { server: Server }) {
  const { t } = useI18n();
  const change = useChangeTags(number);
  const field = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState('');
  const problem = change.error && asProblem(change.error);

  const add = (event: FormEvent) => {
    event.preventDefault();
    const tag = written.trim();
    if (!tag || tags.includes(tag)) return setWritten('');
    change.mutate([...tags, tag], { onSuccess: () => setWritten('') });
  };
  const remove = (tag: string) => {
    change.mutate(tags.filter((one) => one !== tag));
    // The button that had the focus goes with its tag.
    field.current?.focus();
  };

  return (
    <Stack gap="sm">
      {tags.length > 0 && (
        <ul className={classes.tags}>
          {tags.map((tag) => (
            <li key={tag} className={classes.tag}>
              <span translate="no">{tag}</span>
              <button
                type="button"
                className={classes.remove}
                aria-label={t('server.removeTag', { tag })}
                disabled={change.isPending}
                onClick={() => remove(tag)}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
        <Group align="flex-end" gap="sm">
          <TextInput
            ref={field}
            className={classes.grow}
            label={t('server.newTag')}
            value={written}
            onChange={(event) => {
              setWritten(event.currentTarget.value);
              change.reset();
            }}
            error={problem && sentenceOf(problem, t)}
            autoComplete="off"
            maxLength={64}
          />
          <Button type="submit" variant="default" loading={change.isPending} className={classes.beside}>
            {t('server.addTag')}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
