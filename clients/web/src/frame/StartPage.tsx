import { Waiting } from '../ui/Waiting';
import { QuietFrame } from './QuietFrame';

/** While the first page's code is on its way. */
export function StartPage() {
  return (
    <QuietFrame>
      <Waiting lines={3} />
    </QuietFrame>
  );
}
