import { lazy, Suspense } from 'react';
import Typography from '@material-ui/core/Typography';
import { Disclosure } from '../../../components/Disclosure';
import { useLanguage } from '../../../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../../../translation';
import { inWords } from '../../../components/inWords';
import type { CallSeries } from './callSeries';
import { CallTable } from './CallTable';
import { CHART_HEIGHT } from './chartLooks';

// The library for charts is loaded with the first of them.
const CallChart = lazy(() =>
  import('./CallChart').then(module => ({ default: module.CallChart })),
);

/** The calls to one family of APIs: a picture, and the same in words and figures. */
export function Family(props: { series: CallSeries }) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { series } = props;
  const family = t(`syncs.family.${series.family}`);
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {family}
      </Typography>
      <div style={{ height: CHART_HEIGHT }} aria-hidden>
        <Suspense fallback={null}>
          <CallChart series={series} />
        </Suspense>
      </div>
      <Typography variant="body2">{sumsOf(series, t, locale)}</Typography>
      {series.calls > 0 && (
        <Disclosure summary={t('calls.figuresOf', { family })}>
          <CallTable series={series} label={t('calls.figuresOf', { family })} />
        </Disclosure>
      )}
    </>
  );
}

/** What a chart shows, in a few sentences. */
export function sumsOf(
  series: CallSeries,
  t: Translate,
  locale: string,
): string {
  const { calls, user, refused, most, share, stretchSeconds } = series;
  const number = (value: number) => value.toLocaleString(locale);
  const stretch = {
    count: most,
    number: number(most),
    duration: inWords(stretchSeconds, locale),
  };
  return [
    t('calls.sums', {
      count: calls,
      number: number(calls),
      user: number(user),
    }),
    share === undefined
      ? t('calls.most', stretch)
      : t('calls.mostOfShare', {
          ...stretch,
          share: number(Math.floor(share)),
        }),
    refused > 0 &&
      t('calls.refused', { count: refused, number: number(refused) }),
  ]
    .filter(Boolean)
    .join(' ');
}
