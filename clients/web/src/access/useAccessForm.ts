import { useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { type AccessWish, type Complaints, complaintsOf, type Field, FIELDS, type Missing, missingIn } from './wish';

/** A wish being filled in, with what is wrong with it at its fields; the first of them takes the focus. */
export function useAccessForm<W extends AccessWish>(initial: W, missing: (wish: W) => Missing = missingIn) {
  const { t } = useI18n();
  const form = useRef<HTMLFormElement>(null);
  const [wish, setWish] = useState(initial);
  const [complaints, setComplaints] = useState<Complaints>({});

  const complain = (found: Complaints) => {
    setComplaints(found);
    const first = FIELDS.find((field) => found[field]);
    if (!first) return;
    // Once it is said there.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[data-field="${first}"] input:not(:disabled)`)?.focus(),
    );
  };

  return {
    form,
    wish,
    complaints,
    change: (field: Field, part: Partial<W>) => {
      setWish((present) => ({ ...present, ...part }));
      setComplaints(({ [field]: _, ...rest }) => rest);
    },
    /** Whether it can be sent; complains where not. */
    complete: () => {
      const found = Object.entries(missing(wish)).map(([field, key]) => [field, t(key)]);
      complain(Object.fromEntries(found) as Complaints);
      return found.length === 0;
    },
    refused: (error: Error) => complain(complaintsOf(asProblem(error).errors)),
  };
}

export type AccessForm = Omit<ReturnType<typeof useAccessForm<AccessWish>>, 'form'>;

/** Whether a refusal is about no field of the window, so that it is to be said in a notice. */
export function isAboutNoField(error: Error): boolean {
  return Object.keys(complaintsOf(asProblem(error).errors)).length === 0;
}
