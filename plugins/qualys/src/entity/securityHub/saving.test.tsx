import { screen, waitFor } from '@testing-library/react';
import { QualysApiError } from '../../api';
import { linesOf, press, review, saveFor } from '../../__testUtils__/dialogs';
import {
  editRows,
  HUB_OBJECT,
  openHubForm,
  renderHubCard,
} from '../../__testUtils__/securityHubDialog';
import {
  entityHub,
  FREE,
  hubRow,
  OWN,
  SECOND,
  SECOND_ROW,
} from '../../__testUtils__/securityHubFixtures';

describe('saving a team’s accounts in Security Hub', () => {
  const steps = [
    {
      step: { kind: 'write' as const, awsAccounts: [OWN, FREE] },
      state: 'done' as const,
    },
    { step: { kind: 'readBack' as const }, state: 'done' as const },
    {
      step: {
        kind: 'removeRegions' as const,
        accounts: [{ awsAccount: OWN, regions: ['eu-west-2'] }],
      },
      state: 'failed' as const,
    },
    { step: { kind: 'readBack' as const }, state: 'notDone' as const },
  ];
  const present = entityHub({
    version: 'v7',
    rows: [hubRow(OWN), SECOND_ROW, hubRow(FREE, { regions: ['us-east-1'] })],
  });

  async function change() {
    await openHubForm();
    await editRows();
    await review();
    await saveFor('moved away');
  }

  it('says what is done and what is not, and goes on with the rest', async () => {
    const { updateEntitySecurityHub, getEntitySecurityHub } = renderHubCard();
    updateEntitySecurityHub.mockRejectedValueOnce(
      new QualysApiError('Qualys refused: not now.', {
        code: 'invalid',
        status: 400,
        steps,
        current: present,
      }),
    );
    await change();

    const list = await screen.findByRole('list', {
      name: 'What is done and what is not',
    });
    expect(linesOf(list).map(line => line?.split('. ').at(-1))).toEqual([
      expect.stringMatching(/Done$/),
      expect.stringMatching(/Done$/),
      expect.stringMatching(/Failed$/),
      expect.stringMatching(/Not done$/),
    ]);
    expect(screen.getByText('Done in part')).toBeInTheDocument();
    expect(screen.getByText('Qualys refused: not now.')).toBeInTheDocument();
    // The card behind the form shows what was done of it.
    expect(screen.getByText(/3 accounts in 3 regions/)).toBeInTheDocument();

    getEntitySecurityHub.mockResolvedValue(present);
    await press('Look again');
    await waitFor(() =>
      expect(
        linesOf(screen.getByRole('list', { name: 'What will change' })),
      ).toEqual([`Account ${OWN}1 region removed: eu-west-2Weakening`]),
    );
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenLastCalledWith(
        HUB_OBJECT,
        'v7',
        expect.objectContaining({ reason: 'moved away' }),
      ),
    );
  });

  it('says that nobody knows whether it was done', async () => {
    const { updateEntitySecurityHub } = renderHubCard();
    updateEntitySecurityHub.mockRejectedValueOnce(
      new QualysApiError('The answer was lost.', {
        code: 'outcomeUnknown',
        status: 503,
        steps: [
          { ...steps[0], state: 'unknown' },
          { ...steps[1], state: 'notDone' },
        ],
      }),
    );
    await change();

    expect(await screen.findByText('Outcome not known')).toBeInTheDocument();
    expect(
      screen.getByText(/Not known whether it was done/),
    ).toBeInTheDocument();
    expect(updateEntitySecurityHub).toHaveBeenCalledTimes(1);
  });

  it('shows what changed meanwhile, and goes on on top of it', async () => {
    const { updateEntitySecurityHub } = renderHubCard();
    const current = entityHub({
      version: 'v5',
      rows: [
        hubRow(OWN, {
          minSeverity: 5,
          regions: ['eu-west-1', 'eu-west-2', 'ap-south-1'],
        }),
      ],
    });
    updateEntitySecurityHub.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current,
      }),
    );
    await change();

    expect(
      linesOf(
        await screen.findByRole('list', { name: 'What changed meanwhile' }),
      ),
    ).toEqual([
      `Account ${OWN}: Minimum severity 3 and higher (Medium) → 5 and higher (Critical)Weakening`,
      `Account ${OWN}1 region added: ap-south-1Widening`,
      expect.stringMatching(`^Account ${SECOND} goes`),
    ]);
    await press('Go on from there');
    expect(linesOf(await review())).toEqual([
      `Account ${OWN}1 region removed: eu-west-2Weakening`,
      expect.stringMatching(`^Account ${FREE} comes in`),
    ]);
    await press('Save');
    await waitFor(() =>
      expect(updateEntitySecurityHub).toHaveBeenLastCalledWith(
        HUB_OBJECT,
        'v5',
        {
          rows: [
            hubRow(OWN, {
              minSeverity: 5,
              regions: ['eu-west-1', 'ap-south-1'],
            }),
            hubRow(FREE, { regions: ['us-east-1'] }),
          ],
          reason: 'moved away',
        },
      ),
    );
  });
});
