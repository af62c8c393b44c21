import QualysIcon from '@material-ui/icons/VerifiedUser';

/** What stands for Qualys in the navigation and on tabs. */
export const icon = <QualysIcon fontSize="inherit" />;
