import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(2, 0),
      '&:not(:first-child)': {
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '&:first-child': { paddingTop: 0 },
    },
  }),
  { name: 'QualysClaimList' },
);

/** What an entity claims of one kind, one below the other. */
export function ClaimList<
  Claim extends { subscription: string; objectId: string },
>(props: { claims: readonly Claim[]; children: (claim: Claim) => ReactNode }) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {props.claims.map(claim => (
        <li
          key={`${claim.subscription}/${claim.objectId}`}
          className={classes.item}
        >
          {props.children(claim)}
        </li>
      ))}
    </ul>
  );
}
