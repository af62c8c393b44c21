import { discoveryApiRef } from '@backstage/core-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage';

const discoveryApi = { getBaseUrl: async () => 'http://backend/api/auth' };

function answer(status: number, body: unknown) {
  return jest.fn(
    async (_input: RequestInfo | URL, _init?: RequestInit) =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
}

const session = {
  providerInfo: {},
  profile: { displayName: 'Payments engineer' },
  backstageIdentity: {
    token: 'a.e30.c',
    identity: {
      type: 'user',
      userEntityRef: 'user:default/payments-engineer',
      ownershipEntityRefs: ['user:default/payments-engineer'],
    },
  },
};

describe('SignInPage', () => {
  const realFetch = global.fetch;
  beforeEach(() => window.sessionStorage.clear());
  afterEach(() => {
    global.fetch = realFetch;
  });

  async function open(onSignInSuccess = jest.fn()) {
    await renderInTestApp(
      <TestApiProvider apis={[[discoveryApiRef, discoveryApi]]}>
        <SignInPage onSignInSuccess={onSignInSuccess} />
      </TestApiProvider>,
    );
    return onSignInSuccess;
  }

  it('signs in as the chosen persona and forgets it on sign-out', async () => {
    const fetched = answer(200, session);
    global.fetch = fetched as typeof fetch;
    const onSignInSuccess = await open();

    await userEvent.click(
      await screen.findByRole('button', { name: /Payments engineer/ }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));

    expect(
      new Headers(fetched.mock.calls[0][1]?.headers).get('x-demo-persona'),
    ).toBe('payments-engineer');
    expect(window.sessionStorage.getItem('demo-persona')).toBe(
      'payments-engineer',
    );
    await onSignInSuccess.mock.calls[0][0].signOut();
    expect(window.sessionStorage.getItem('demo-persona')).toBeNull();
  });

  it('says so when the backend refuses, and lets the visitor choose again', async () => {
    global.fetch = answer(401, {
      error: { name: 'AuthenticationError', message: 'Nobody of that name' },
      response: { statusCode: 401 },
    }) as typeof fetch;
    await open();

    await userEvent.click(await screen.findByRole('button', { name: /Guest/ }));
    await screen.findByText('Signing in did not work');
    await userEvent.click(screen.getByRole('button', { name: 'Choose again' }));

    expect(
      await screen.findByText('Who do you want to be?'),
    ).toBeInTheDocument();
  });
});
