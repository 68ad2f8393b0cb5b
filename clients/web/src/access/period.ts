const two = (number: number) => String(number).padStart(2, '0');

/** The last day of an access, where the reader is: one that ends at midnight ends with the day before. */
export function lastDay(endsAt: string): Date {
  return new Date(Date.parse(endsAt) - 1);
}

/** A day as a date field writes it. */
export function fieldOf(day: Date): string {
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The end of a day that a date field names, where the reader is. */
export function endOf(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).toISOString();
}
