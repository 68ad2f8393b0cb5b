import { call } from './client';

/** What a list can be had as, by the name of the file's ending. */
export const FORMATS = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;
export type Format = keyof typeof FORMATS;

/** An answer as a file. It is fetched rather than linked to, since a link can't ask for a type. */
export async function download(path: string, type: string, fileName: string): Promise<void> {
  const answer = await call(path, { headers: { Accept: type } });
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
