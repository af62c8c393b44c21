import Tooltip from '@material-ui/core/Tooltip';
import { DateTime } from 'luxon';
import { useLanguage } from '../hooks/useLanguage';
import { useNow } from '../hooks/useNow';

/** A time as its distance from now; the exact time on hover and focus. */
export function RelativeTime(props: { value: string }) {
  const now = useNow();
  const locale = useLanguage();
  const time = DateTime.fromISO(props.value, { locale });
  if (!time.isValid) return <>{props.value}</>;

  const exact = time.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS);
  return (
    <Tooltip title={exact}>
      <time
        dateTime={props.value}
        // Whoever uses the keyboard must reach the exact time too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {time.toRelative({ base: DateTime.fromMillis(now) })}
      </time>
    </Tooltip>
  );
}
