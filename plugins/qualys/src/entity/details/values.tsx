import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import { CopyButton } from '../../components/CopyButton';
import { RelativeTime } from '../../components/RelativeTime';
import type { Translate } from '../../translation';

/** A value that is hard to type, to be copied; nothing where there is none. */
export function copyable(text: string | undefined, what: string): ReactNode {
  return text ? (
    <Box display="flex" alignItems="center">
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </Box>
  ) : undefined;
}

/** A time; nothing where there is none. */
export function when(time: string | undefined): ReactNode {
  return time ? <RelativeTime value={time} /> : undefined;
}

/** A list in a line; nothing where Qualys does not say, and a word where it is empty. */
export function listOf(
  items: readonly string[] | undefined,
  t: Translate,
): string | undefined {
  return items && ([...new Set(items)].join(', ') || t('details.none'));
}

/** One of two texts; nothing where Qualys does not say. */
export function eitherOf(
  value: boolean | undefined,
  yes: string,
  no: string,
): string | undefined {
  if (value === undefined) return undefined;
  return value ? yes : no;
}
