import type { ReactNode, Ref } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';

export interface PageHeadProps {
  heading: string;
  /** For the heading, which can be given the focus then. */
  headingRef?: Ref<HTMLHeadingElement>;
  /** What the page is about. */
  explanation: string;
  /** What can be done or chosen there. */
  children: ReactNode;
}

/** The head of a page of the platform team. */
export function PageHead(props: PageHeadProps) {
  const { headingRef } = props;
  return (
    <>
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        gridGap={16}
        mb={2}
      >
        <Typography
          variant="h5"
          component="h2"
          ref={headingRef}
          tabIndex={headingRef ? -1 : undefined}
        >
          {props.heading}
        </Typography>
        {props.children}
      </Box>
      <Box mb={2} maxWidth="50rem">
        <Typography variant="body1">{props.explanation}</Typography>
      </Box>
    </>
  );
}
