import Box from '@material-ui/core/Box';
import { Skeleton } from '@backstage/ui';

/** Holds the place of what is being loaded, so that nothing jumps. */
export function Loading(props: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={props.label} aria-busy>
      {Array.from({ length: props.rows ?? 3 }, (_, row) => (
        <Box key={row} py={1}>
          <Skeleton width="100%" height={32} />
        </Box>
      ))}
    </div>
  );
}
