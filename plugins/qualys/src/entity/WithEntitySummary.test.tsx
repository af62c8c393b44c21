import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../api';
import {
  accepted,
  component,
  connector,
  summary,
} from '../__testUtils__/fixtures';
import { renderOnEntity } from '../__testUtils__/render';
import { claimedHub, entityHub } from '../__testUtils__/securityHubFixtures';
import { WithEntitySummary } from './WithEntitySummary';
import type { ShownObjectType } from './summary/shownObjects';

function unavailable() {
  return new QualysApiError('The database is away', {
    code: 'unavailable',
    status: 503,
  });
}

function renderSummary(getEntitySummary: QualysApi['getEntitySummary']) {
  renderOnEntity(
    <WithEntitySummary type="securityHubAccount">
      {({ securityHub }, reload) => (
        <>
          <h3>{securityHub[0].integration?.name}</h3>
          <input aria-label="Reason" />
          <button onClick={reload}>Read again</button>
        </>
      )}
    </WithEntitySummary>,
    component({ 'qualys.com/security-hub-integrations': '34' }),
    { api: { getEntitySummary } },
  );
}

describe('WithEntitySummary', () => {
  it('keeps what is known, and what was typed, where it cannot be read again', async () => {
    const known = summary({ securityHub: [claimedHub(entityHub())] });
    const getEntitySummary = jest
      .fn(async () => known)
      .mockResolvedValueOnce(known)
      .mockRejectedValueOnce(unavailable());
    renderSummary(getEntitySummary);
    const field = await screen.findByLabelText('Reason');
    await userEvent.type(field, 'moved away');
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(
      screen.getByRole('heading', { name: 'Commerce' }),
    ).toBeInTheDocument();
    // It is the same field, and not one like it.
    expect(field).toBeInTheDocument();
    expect(field).toHaveValue('moved away');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
    expect(field).toBeInTheDocument();
    expect(getEntitySummary).toHaveBeenCalledTimes(3);
  });

  describe('of an entity that names nothing', () => {
    const render = (
      type: ShownObjectType,
      connectors: EntitySummary['connectors'],
      kind = 'Component',
    ) => {
      const getEntitySummary = jest.fn(async () => summary({ connectors }));
      renderOnEntity(
        <WithEntitySummary type={type}>
          {({ entityRef }) => <h3>{entityRef}</h3>}
        </WithEntitySummary>,
        { ...component({}), kind },
        { api: { getEntitySummary } },
      );
      return { getEntitySummary };
    };

    it('shows what the portal has made for it', async () => {
      render('connector', [accepted(connector())]);
      expect(
        await screen.findByRole('heading', {
          name: 'component:default/checkout',
        }),
      ).toBeInTheDocument();
    });

    it('explains the annotation where there is nothing', async () => {
      const { getEntitySummary } = render('connector', []);
      expect(await screen.findByText('Missing Annotation')).toBeInTheDocument();
      expect(screen.getByText('qualys.com/connectors')).toBeInTheDocument();
      expect(getEntitySummary).toHaveBeenCalledTimes(1);
    });

    it.each([
      ['qualys.com/s3-integrations', 's3Integration', 'Component'],
      ['qualys.com/connectors', 'connector', 'Group'],
    ] as const)(
      'explains %s, and asks nothing, where nothing can be made: %s of a %s',
      async (annotation, type, kind) => {
        const { getEntitySummary } = render(type, [], kind);
        expect(
          await screen.findByText('Missing Annotation'),
        ).toBeInTheDocument();
        expect(screen.getByText(annotation)).toBeInTheDocument();
        expect(getEntitySummary).not.toHaveBeenCalled();
      },
    );
  });

  it('says alone what happened where nothing is known', async () => {
    renderSummary(async () => {
      throw unavailable();
    });
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.queryByLabelText('Reason')).not.toBeInTheDocument();
  });
});
