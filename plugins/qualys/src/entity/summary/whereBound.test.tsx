import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  qualysEntityReadPermission,
  type EntitySummary,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { component, summary } from '../../__testUtils__/fixtures';
import { renderOnEntity } from '../../__testUtils__/render';
import { acceptedWebApp } from '../../__testUtils__/webAppFixtures';
import { useEntitySummary } from './useEntitySummary';
import { whereBound } from './whereBound';

const connectorsCode = jest.fn();
const Connectors = whereBound('connector', async () => {
  connectorsCode();
  return () => <h2>Connectors</h2>;
});
const WebApps = whereBound('webApp', async () => () => <h2>Web apps</h2>);
const S3 = whereBound('s3Integration', async () => () => <h2>S3</h2>);

const NOTHING = summary({ connectors: [] });

/** Tells beside the cards what they wait for. */
function Permission() {
  const { entity } = useEntity();
  const { loading } = usePermission({
    permission: qualysEntityReadPermission,
    resourceRef: stringifyEntityRef(entity),
  });
  return <div>{loading ? 'asking for the permission' : 'decided'}</div>;
}

/** The same of the summary, which it asks for, too. */
function Known() {
  const { entity } = useEntity();
  const { loading, retry } = useEntitySummary(getCompoundEntityRef(entity));
  return (
    <>
      <div>{loading ? 'reading' : 'read'}</div>
      <button onClick={retry}>Read again</button>
    </>
  );
}

function renderPage(options: {
  entity?: Entity;
  getEntitySummary?: () => Promise<EntitySummary>;
  denied?: string[];
  reads?: boolean;
}) {
  const getEntitySummary = jest.fn(
    options.getEntitySummary ?? (async () => summary()),
  );
  renderOnEntity(
    <>
      <div data-testid="cards">
        <Connectors />
        <WebApps />
        <S3 />
      </div>
      <Permission />
      {options.reads && <Known />}
    </>,
    options.entity ?? component({}),
    { api: { getEntitySummary }, denied: options.denied },
  );
  return { getEntitySummary };
}

describe('a card that stands where something is bound', () => {
  beforeEach(() => connectorsCode.mockClear());

  it('is on the page of an entity that names something, whatever the backend says', async () => {
    const { getEntitySummary } = renderPage({
      entity: component({
        'qualys.com/connectors': 'any',
        'qualys.com/web-apps': 'any',
        'qualys.com/s3-integrations': 'any',
      }),
      denied: ['qualys.entity.read'],
    });
    for (const name of ['Connectors', 'Web apps', 'S3']) {
      expect(await screen.findByRole('heading', { name })).toBeInTheDocument();
    }
    // It reads for itself, and says what it may not see.
    expect(getEntitySummary).not.toHaveBeenCalled();
  });

  it('is on the page of an entity that names nothing but has something, for one request of all', async () => {
    const { getEntitySummary } = renderPage({
      getEntitySummary: async () => summary({ webApps: [acceptedWebApp()] }),
    });
    expect(
      await screen.findByRole('heading', { name: 'Connectors' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Web apps' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'S3' })).toBeNull();
    expect(getEntitySummary).toHaveBeenCalledTimes(1);
    expect(getEntitySummary).toHaveBeenCalledWith(
      { kind: 'Component', namespace: 'default', name: 'checkout' },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('is not there, nor is its code, where the entity has nothing', async () => {
    renderPage({ getEntitySummary: async () => NOTHING, reads: true });
    expect(await screen.findByText('read')).toBeInTheDocument();
    expect(screen.getByTestId('cards')).toBeEmptyDOMElement();
    expect(connectorsCode).not.toHaveBeenCalled();
  });

  it('is not there before that is known', async () => {
    const { getEntitySummary } = renderPage({
      getEntitySummary: () => new Promise(() => {}),
    });
    await waitFor(() => expect(getEntitySummary).toHaveBeenCalledTimes(1));
    expect(screen.getByTestId('cards')).toBeEmptyDOMElement();
  });

  it('is not there where it cannot be known', async () => {
    renderPage({
      getEntitySummary: async () => {
        throw new QualysApiError('No answer.', {
          code: 'unavailable',
          status: 503,
        });
      },
      reads: true,
    });
    expect(await screen.findByText('read')).toBeInTheDocument();
    expect(screen.getByTestId('cards')).toBeEmptyDOMElement();
  });

  it.each(['Group', 'User', 'Location', 'Template'])(
    'asks nothing for a %s, for which nothing is made',
    async kind => {
      const { getEntitySummary } = renderPage({
        entity: { ...component({}), kind },
      });
      expect(await screen.findByText('decided')).toBeInTheDocument();
      expect(screen.getByTestId('cards')).toBeEmptyDOMElement();
      expect(getEntitySummary).not.toHaveBeenCalled();
    },
  );

  it.each(['System', 'Resource', 'API', 'Environment'])(
    'may be on the page of a %s',
    async kind => {
      renderPage({ entity: { ...component({}), kind } });
      expect(
        await screen.findByRole('heading', { name: 'Connectors' }),
      ).toBeInTheDocument();
    },
  );

  it('asks nothing for whoever may not see it', async () => {
    const { getEntitySummary } = renderPage({ denied: ['qualys.entity.read'] });
    expect(await screen.findByText('decided')).toBeInTheDocument();
    expect(screen.getByTestId('cards')).toBeEmptyDOMElement();
    expect(getEntitySummary).not.toHaveBeenCalled();
  });

  it('comes and goes with what is bound', async () => {
    const answers = [NOTHING, summary(), NOTHING];
    renderPage({
      getEntitySummary: async () => answers.shift()!,
      reads: true,
    });
    await screen.findByText('read');
    expect(screen.getByTestId('cards')).toBeEmptyDOMElement();

    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByRole('heading', { name: 'Connectors' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() =>
      expect(screen.getByTestId('cards')).toBeEmptyDOMElement(),
    );
  });
});
