import { ProxiedSignInPage } from '@backstage/core-components';
import type { IdentityApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardActionArea from '@material-ui/core/CardActionArea';
import CardContent from '@material-ui/core/CardContent';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { personas, type Persona } from './personas';
import { forgetPersona, rememberedPersona, rememberPersona } from './session';

const useStyles = makeStyles(theme => ({
  root: {
    minHeight: '100vh',
    padding: theme.spacing(6, 3),
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
  },
  inner: { maxWidth: 960, margin: '0 auto' },
  lead: { margin: theme.spacing(1, 0, 4) },
  card: { height: '100%' },
  action: {
    height: '100%',
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'flex-start',
  },
}));

/** An identity that forgets the persona when it signs out. */
function forgettingOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      forgetPersona();
      await identity.signOut();
    },
  };
}

function PersonaChoice(props: { onChoose: (persona: Persona) => void }) {
  const classes = useStyles();
  return (
    <main className={classes.root}>
      <div className={classes.inner}>
        <Typography variant="h3" component="h1">
          Who do you want to be?
        </Typography>
        <Typography className={classes.lead}>
          This is a demo, so there is no password. What you may see and do
          depends on whom you choose; sign out under Settings to become somebody
          else.
        </Typography>
        <Grid container spacing={2} component="ul" style={{ padding: 0 }}>
          {personas.map(persona => (
            <Grid
              item
              xs={12}
              sm={6}
              md={4}
              key={persona.name}
              component="li"
              style={{ listStyle: 'none' }}
            >
              <Card className={classes.card}>
                <CardActionArea
                  className={classes.action}
                  onClick={() => props.onChoose(persona)}
                >
                  <CardContent>
                    <Typography variant="h6" component="h2" gutterBottom>
                      {persona.title}
                    </Typography>
                    <Typography variant="body2">
                      {persona.description}
                    </Typography>
                  </CardContent>
                </CardActionArea>
              </Card>
            </Grid>
          ))}
        </Grid>
      </div>
    </main>
  );
}

function SignInFailed(props: { error?: Error; onBack: () => void }) {
  const classes = useStyles();
  return (
    <main className={classes.root}>
      <div className={classes.inner}>
        <Typography variant="h3" component="h1">
          Signing in did not work
        </Typography>
        <Typography className={classes.lead}>
          {props.error?.message ?? 'The backend gave no reason'}. Shortly after
          the start the catalog may still be reading its people.
        </Typography>
        <Button variant="contained" color="primary" onClick={props.onBack}>
          Choose again
        </Button>
      </div>
    </main>
  );
}

/** Lets the visitor be one of the demo's personas. */
export const SignInPage = (props: SignInPageProps) => {
  const [persona, setPersona] = useState(rememberedPersona);
  if (!persona) {
    return (
      <PersonaChoice
        onChoose={chosen => {
          rememberPersona(chosen);
          setPersona(chosen);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-persona': persona.name }}
      onSignInSuccess={identity =>
        props.onSignInSuccess(forgettingOnSignOut(identity))
      }
      ErrorComponent={({ error }) => (
        <SignInFailed
          error={error}
          onBack={() => {
            forgetPersona();
            setPersona(undefined);
          }}
        />
      )}
    />
  );
};
