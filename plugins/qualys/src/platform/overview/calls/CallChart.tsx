import { useTheme } from '@material-ui/core/styles';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useLanguage } from '../../../hooks/useLanguage';
import { useQualysTranslation } from '../../../translation';
import type { CallSeries } from './callSeries';
import { CHART_HEIGHT, useKindColours } from './chartLooks';
import { timeOfDay } from './timeOfDay';

/** Hours between two marks of the time. */
const MARK_EVERY = 6;
/** The axis of what is drawn over the calls. */
const OVER = 'over';

/**
 * The calls over time, as bars. What it shows stands in words beside it, so
 * it is for the eyes alone.
 */
export function CallChart(props: { series: CallSeries }) {
  const { t } = useQualysTranslation();
  const theme = useTheme();
  const locale = useLanguage();
  const colours = useKindColours();
  const { stretches, share, most, refused } = props.series;
  const ink = theme.palette.textSubtle;
  const bars = { isAnimationActive: false, maxBarSize: 28 };
  const name = (kind: 'user' | 'background' | 'refused') =>
    t(`calls.kind.${kind}`);
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <BarChart
        data={stretches}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        barCategoryGap={1}
        barGap={0}
      >
        <CartesianGrid vertical={false} stroke={theme.palette.divider} />
        <XAxis
          dataKey="at"
          ticks={marksOf(stretches.map(({ at }) => at))}
          interval={0}
          tickFormatter={at => timeOfDay(at, locale)}
          tick={{ fill: ink, fontSize: 12 }}
          stroke={theme.palette.divider}
        />
        {/* What was refused is among the calls, so it stands in their bars and not beside them. */}
        <XAxis xAxisId={OVER} dataKey="at" hide />
        <YAxis
          allowDecimals={false}
          width={44}
          // Where nothing was called, there is still a scale.
          domain={[0, most === 0 && share === undefined ? 1 : 'auto']}
          tickFormatter={number => number.toLocaleString(locale)}
          tick={{ fill: ink, fontSize: 12 }}
          axisLine={false}
          tickLine={false}
        />
        <Tooltip
          cursor={{ fill: theme.palette.action.hover }}
          isAnimationActive={false}
          labelFormatter={at => timeOfDay(at, locale)}
          contentStyle={{
            backgroundColor: theme.palette.background.paper,
            borderColor: theme.palette.divider,
            borderRadius: theme.shape.borderRadius,
          }}
          itemStyle={{ color: theme.palette.text.primary, padding: 0 }}
        />
        <Bar
          dataKey="background"
          name={name('background')}
          stackId="calls"
          fill={colours.background}
          {...bars}
        />
        <Bar
          dataKey="user"
          name={name('user')}
          stackId="calls"
          fill={colours.user}
          {...bars}
        />
        {refused > 0 && (
          <Bar
            dataKey="refused"
            name={name('refused')}
            xAxisId={OVER}
            fill={colours.refused}
            {...bars}
          />
        )}
        {share !== undefined && (
          <ReferenceLine
            y={share}
            stroke={theme.palette.text.primary}
            strokeDasharray="6 4"
            ifOverflow="extendDomain"
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** The stretches that begin a new six hours of the day. */
function marksOf(times: string[]): string[] {
  const sixHours = (at: string) =>
    Math.floor(new Date(at).getHours() / MARK_EVERY);
  return times.filter(
    (at, index) => index > 0 && sixHours(at) !== sixHours(times[index - 1]),
  );
}
