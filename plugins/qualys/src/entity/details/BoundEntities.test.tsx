import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BoundEntities as Bound } from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import {
  boundEntities,
  component,
  connector,
  CONNECTOR_ID,
} from '../../__testUtils__/fixtures';
import { renderOnEntity } from '../../__testUtils__/render';
import { BoundEntities } from './BoundEntities';

const OWN_REF = connector().entityRef;
const CHECKOUT = 'component:default/checkout';

function renderBound(
  answer: () => Bound | Promise<Bound>,
  ofPage: string = OWN_REF,
) {
  const getBoundEntities = jest.fn(async () => answer());
  renderOnEntity(
    <BoundEntities connector={connector()} entityRef={ofPage} />,
    component(),
    { api: { getBoundEntities } },
  );
  return { getBoundEntities };
}

describe('BoundEntities', () => {
  it('leads to the entities that a connector belongs to', async () => {
    const { getBoundEntities } = renderBound(() =>
      boundEntities(CHECKOUT, 'system:default/shop'),
    );

    expect(
      await screen.findByRole('link', { name: 'checkout' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout');
    expect(screen.getByRole('link', { name: /shop/ })).toHaveAttribute(
      'href',
      '/catalog/default/system/shop',
    );
    expect(screen.queryByText(/ more$/)).not.toBeInTheDocument();
    expect(getBoundEntities).toHaveBeenCalledTimes(1);
    expect(getBoundEntities).toHaveBeenCalledWith(
      { kind: 'Component', namespace: 'default', name: 'checkout' },
      { subscription: 'main', id: CONNECTOR_ID },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('says that there is none that the user may see', async () => {
    renderBound(() => boundEntities());

    expect(
      await screen.findByText('No entity that you may see'),
    ).toBeInTheDocument();
  });

  it('leaves out the entity of the page, and says when there is no other', async () => {
    renderBound(() => boundEntities(CHECKOUT), CHECKOUT);

    expect(
      await screen.findByText('No other entity that you may see'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('shows ten at once, and the others to whoever opens them', async () => {
    renderBound(() =>
      boundEntities(
        ...Array.from({ length: 12 }, (_, n) => `component:default/job-${n}`),
      ),
    );

    expect(await screen.findByRole('link', { name: 'job-9' })).toBeVisible();
    expect(screen.getByText('job-10')).not.toBeVisible();
    await userEvent.click(screen.getByText('2 more'));
    expect(screen.getByText('job-10')).toBeVisible();
    expect(screen.getByText('job-11')).toBeVisible();
  });

  it('holds the place while it loads', async () => {
    renderBound(() => new Promise(() => {}));

    expect(
      await screen.findByRole('status', {
        name: 'Reading what this connector belongs to',
      }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('says what went wrong, and tries again', async () => {
    let fails = true;
    renderBound(() => {
      if (!fails) return boundEntities(CHECKOUT);
      fails = false;
      throw new QualysApiError('The database is away.', {
        code: 'internal',
        status: 500,
      });
    });

    expect(await screen.findByText('The database is away.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'checkout' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('names the permission to whoever may not see it', async () => {
    renderBound(() => {
      throw new QualysApiError('No.', { code: 'permission', status: 403 });
    });

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    expect(screen.getByText(/qualys\.entity\.read/)).toBeInTheDocument();
  });
});
