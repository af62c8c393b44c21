import { screen, waitFor } from '@testing-library/react';
import { linesOf, press, review } from '../../__testUtils__/dialogs';
import {
  HUB_OBJECT,
  renderHubCard,
} from '../../__testUtils__/securityHubDialog';
import {
  entityHub,
  hubEntry,
  hubRow,
  OWN,
  SECOND,
  THEIRS,
} from '../../__testUtils__/securityHubFixtures';

const SECOND_ROW = entityHub().rows[1];

describe('the history of a team’s accounts in Security Hub', () => {
  it('says what was done in part, and restores earlier rows', async () => {
    const getEntityHistory = jest.fn(async () => ({
      items: [
        hubEntry({
          id: '2',
          outcome: 'partly',
          steps: [
            {
              step: { kind: 'write', awsAccounts: [OWN] },
              state: 'done',
            },
            { step: { kind: 'readBack' }, state: 'failed' },
          ],
        }),
        hubEntry({ id: '1' }),
      ],
    }));
    renderHubCard({ api: { getEntityHistory } });
    await press('History of Commerce');

    expect(await screen.findByText('Done in part')).toBeInTheDocument();
    expect(getEntityHistory).toHaveBeenCalledWith(
      HUB_OBJECT.entity,
      {
        type: 'securityHubIntegration',
        subscription: 'main',
        objectId: '34',
        cursor: undefined,
      },
      expect.anything(),
    );
    expect(
      linesOf(
        screen.getByRole('list', { name: 'What is done and what is not' }),
      )[0],
    ).toMatch(/^The whole integration is sent: 012345678901 .* Done$/);
    await press(/^Restore these settings/);

    const form = await screen.findByLabelText(
      `Account ${OWN}: Minimum severity`,
    );
    expect(form).toHaveValue('2');
    expect(linesOf(await review())).toEqual([
      `Account ${OWN}: Minimum severity 3 and higher (Medium) → 2 and higher (Low)Widening`,
      expect.stringMatching(`^Account ${SECOND} goes`),
    ]);
  });

  it('restores its own accounts of what was done for all teams, and nothing of another team', async () => {
    const { updateEntitySecurityHub } = renderHubCard({
      api: {
        getEntityHistory: async () => ({
          items: [
            hubEntry({
              id: '2',
              entityRef: 'component:default/payments',
              settings: { rows: [hubRow(THEIRS)] },
            }),
            hubEntry({
              id: '1',
              entityRef: '',
              settings: {
                rows: [
                  hubRow(OWN, { minSeverity: 2 }),
                  hubRow(THEIRS),
                  SECOND_ROW,
                ],
              },
            }),
          ],
        }),
      },
    });
    await press('History of Commerce');
    // One button: the other entry has nothing that could be restored here.
    await press(/^Restore these settings/);
    await screen.findByLabelText(`Account ${OWN}: Minimum severity`);
    expect(linesOf(await review())).toEqual([
      `Account ${OWN}: Minimum severity 3 and higher (Medium) → 2 and higher (Low)Widening`,
    ]);
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenCalledWith(HUB_OBJECT, 'v1', {
        rows: [hubRow(OWN, { minSeverity: 2 }), SECOND_ROW],
      }),
    );
  });
});
