import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../../api';
import { linesOf, press } from '../../../__testUtils__/dialogs';
import { minutesAgo } from '../../../__testUtils__/fixtures';
import {
  openS3Form,
  renderS3Card,
  S3_OBJECT,
} from '../../../__testUtils__/s3Dialog';
import { s3Integration, s3Settings } from '../../../__testUtils__/s3Fixtures';

async function reviewSeverity(severity: string) {
  const form = await openS3Form();
  await userEvent.selectOptions(
    form.getByLabelText('Minimum severity'),
    severity,
  );
  await press('Review changes');
  await screen.findByText('What will change', { selector: 'h3' });
  return form;
}

describe('saving the settings of an S3 integration', () => {
  it('shows what changed meanwhile, and goes on on top of it', async () => {
    const current = s3Integration({
      version: 'v5',
      settings: s3Settings({ sendVulnInfo: false, minSeverity: 4 }),
      settled: { by: 'user:default/sam', at: minutesAgo(1) },
    });
    const { updateS3Integration } = renderS3Card();
    updateS3Integration.mockRejectedValueOnce(
      new QualysApiError('Changed.', {
        code: 'preconditionFailed',
        status: 412,
        current,
      }),
    );
    await reviewSeverity('2');
    await press('Save');

    const meanwhile = await screen.findByRole('list', {
      name: 'What changed meanwhile',
    });
    expect(linesOf(meanwhile)).toEqual([
      'Minimum severity 3 → 4Weakening',
      'Vulnerability information on → offWeakening',
    ]);
    expect(screen.getByText(/^Changed/)).toHaveTextContent(/ago by sam/);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();

    await press('Go on from there');
    const again = await screen.findByRole('button', { name: 'Review changes' });
    expect(screen.getByLabelText('Minimum severity')).toHaveValue('2');
    await userEvent.click(again);
    const review = await screen.findByRole('list', {
      name: 'What will change',
    });
    await waitFor(() =>
      expect(review).toHaveTextContent('Minimum severity 4 → 2Widening'),
    );
    await press('Save');
    await waitFor(() => expect(updateS3Integration).toHaveBeenCalledTimes(2));
    expect(updateS3Integration).toHaveBeenLastCalledWith(S3_OBJECT, 'v5', {
      settings: s3Settings({ sendVulnInfo: false, minSeverity: 2 }),
    });
  });

  it('loses nothing when Qualys refuses', async () => {
    const { updateS3Integration } = renderS3Card();
    updateS3Integration.mockRejectedValueOnce(
      new QualysApiError('Qualys refused: the name is taken.', {
        code: 'invalid',
        status: 400,
        fields: [{ path: 'settings.name', message: 'is taken' }],
      }),
    );
    const form = await reviewSeverity('2');
    await press('Save');

    expect(
      await screen.findByText('Qualys refused: the name is taken.'),
    ).toBeInTheDocument();
    expect(screen.getByText('settings.name: is taken')).toBeInTheDocument();
    await press('Back');
    expect(form.getByLabelText('Minimum severity')).toHaveValue('2');
    await press('Review changes');
    await press('Save');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says that the outcome is not known, and looks again', async () => {
    const uncertain = s3Integration({
      version: 'v2',
      uncertain: {
        by: 'user:default/guest',
        at: minutesAgo(1),
        settings: s3Settings({ minSeverity: 2 }),
        externalId: false,
      },
    });
    const getS3Integration = jest
      .fn(async () => uncertain)
      .mockResolvedValueOnce(s3Integration());
    const { updateS3Integration } = renderS3Card({ api: { getS3Integration } });
    updateS3Integration.mockRejectedValueOnce(
      new QualysApiError('The answer was lost.', {
        code: 'outcomeUnknown',
        status: 504,
      }),
    );
    await reviewSeverity('2');
    await press('Save');

    await press('Look again');
    await waitFor(() =>
      expect(
        screen.queryByText('The answer was lost.'),
      ).not.toBeInTheDocument(),
    );
    expect(updateS3Integration).toHaveBeenCalledTimes(1);
    // It is on the card already, behind the dialog.
    expect(
      screen.getByText(/not known whether the last change took effect/),
    ).toBeInTheDocument();

    await press('Save');
    await waitFor(() =>
      expect(updateS3Integration).toHaveBeenLastCalledWith(S3_OBJECT, 'v2', {
        settings: s3Settings({ minSeverity: 2 }),
      }),
    );
  });

  it.each([
    [
      'it is not known which settings Qualys has',
      s3Integration({
        uncertain: {
          by: 'user:default/sam',
          at: minutesAgo(25),
          settings: s3Settings({ minSeverity: 4 }),
          externalId: false,
        },
      }),
    ],
    ['they were only entered', s3Integration({ source: 'entered' })],
  ])('sends the same settings again where %s', async (_, integration) => {
    const { updateS3Integration } = renderS3Card({ integration });
    await openS3Form();
    await press('Review changes');

    expect(
      await screen.findByText(/which makes it certain/),
    ).toBeInTheDocument();
    await press('Save');
    await waitFor(() =>
      expect(updateS3Integration).toHaveBeenCalledWith(S3_OBJECT, 'v1', {
        settings: s3Settings(),
      }),
    );
  });

  it('says why the form cannot begin, and tries again', async () => {
    renderS3Card({
      api: {
        getS3Integration: jest
          .fn(async () => s3Integration())
          .mockRejectedValueOnce(
            new QualysApiError('Offline.', { code: 'unavailable' }),
          ),
      },
    });
    await press(/^Edit/);

    expect(
      await screen.findByText('The portal cannot be reached'),
    ).toBeInTheDocument();
    await press('Try again');
    expect(await screen.findByLabelText(/^Name/)).toHaveValue(
      'payments-findings',
    );
  });
});
