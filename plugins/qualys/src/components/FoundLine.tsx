import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';

export interface FoundLineProps {
  /** How many there are, in words. */
  children: ReactNode;
  clearLabel: string;
  /** Takes the filters away; missing where none narrows the list. */
  onClear?: () => void;
}

/** Says above a list how many were found, and takes its filters away. */
export function FoundLine(props: FoundLineProps) {
  return (
    <Box
      px={2}
      pt={1}
      minHeight={48}
      display="flex"
      alignItems="center"
      justifyContent="space-between"
    >
      <Typography variant="body1" role="status">
        {props.children}
      </Typography>
      {props.onClear && (
        <Button onClick={props.onClear}>{props.clearLabel}</Button>
      )}
    </Box>
  );
}
