import { useTheme } from '@material-ui/core/styles';

/** The height of a chart, also while it is being loaded (in pixels). */
export const CHART_HEIGHT = 180;

/** The colours of the kinds of calls. Those of the background are the palest, since they are the most. */
export function useKindColours() {
  const { palette } = useTheme();
  return {
    background: palette.status.aborted,
    user: palette.primary.main,
    refused: palette.status.error,
  };
}
