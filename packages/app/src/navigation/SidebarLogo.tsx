import { Link, sidebarConfig } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 2 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
  },
  mark: { display: 'block', width: 32, height: 32 },
});

/** The portal's mark, which leads home. */
export const SidebarLogo = () => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Link to="/" underline="none" aria-label="Home">
        <img className={classes.mark} src="/favicon.svg" alt="" />
      </Link>
    </div>
  );
};
