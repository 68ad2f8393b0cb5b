import type { Catalogue } from './fr';

/** French sets a space before double signs and inside quotation marks; at these no line may break. */
export function withFrenchSpaces(catalogue: Catalogue): Catalogue {
  const unbroken = (text: string) => text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, unbroken(text)])) as Catalogue;
}
