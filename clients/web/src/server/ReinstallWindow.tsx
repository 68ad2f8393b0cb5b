import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import type { Image, Server } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { WarningIcon } from '../ui/icons';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Waiting } from '../ui/Waiting';
import { imagesQuery } from './queries';

interface Props {
  server: Server;
  opened: boolean;
  close: () => void;
  confirm: (image: string) => void;
}

/** Chooses what to install, says what is erased by it, and has the server's number typed before it begins. */
export function ReinstallWindow({ server, opened, close, confirm }: Props) {
  const { t } = useI18n();
  const images = useQuery({ ...imagesQuery(server.number), enabled: opened });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('server.ask.reinstall', { number: server.number })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      {images.data ? (
        <ReinstallForm server={server} images={images.data.items} close={close} confirm={confirm} />
      ) : images.error ? (
        <ProblemNotice problem={asProblem(images.error)} retry={() => images.refetch()} />
      ) : (
        <Waiting lines={4} />
      )}
    </Modal>
  );
}

/** The images by family, each family under its own name. */
function choicesOf(images: Image[]) {
  const families = [...new Set(images.map(({ family }) => family))];
  return families.map((group) => ({
    group,
    items: images.filter(({ family }) => family === group).map(({ id, name }) => ({ value: id, label: name })),
  }));
}

function ReinstallForm({ server, images, close, confirm }: Omit<Props, 'opened'> & { images: Image[] }) {
  const { t } = useI18n();
  const [image, setImage] = useState('');
  const [typed, setTyped] = useState('');
  const [complained, setComplained] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  // The window may have been open before there was anything to choose.
  useEffect(() => first.current?.focus(), []);
  const sure = typed.trim() === server.number;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setComplained(true);
    if (!image || !sure) return;
    confirm(image);
    close();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Alert color="red" variant="light" icon={<WarningIcon />} title={t('server.erasesHeading')}>
          <Text>{t('server.erases', { number: server.number, name: server.name })}</Text>
        </Alert>
        <NativeSelect
          ref={first}
          label={t('server.image')}
          data={[{ value: '', label: t('server.chooseImage') }, ...choicesOf(images)]}
          value={image}
          onChange={(event) => setImage(event.currentTarget.value)}
          error={complained && !image && t('server.imageMissing')}
        />
        <TextInput
          label={t('server.typeNumber', { number: server.number })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={complained && !sure && t('server.numberDiffers', { number: server.number })}
          autoComplete="off"
          inputMode="numeric"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" color="red">
            {t('server.eraseAndInstall')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
